import { z } from 'zod';
import { card } from '../card/card.ts';
import { grant } from '../matter/recognition.ts';
import { tidyOldNumber, toOldNumber } from '../old-number.ts';
import { addYears, type PlainDate } from '../plain-date.ts';
import { findTier, type PolicyPack } from '../policy/pack.ts';
import { person } from '../talent/person.ts';
import { LedgerCells, type LedgerProblem } from './ledger-cells.ts';
import { type LedgerColumns, type LedgerField, ledgerField } from './ledger-columns.ts';
import { readDate, readHolder } from './ledger-holder.ts';
import { type LedgerWords, stateWordOf, takenOverState, tierWordOf } from './ledger-words.ts';
import { takenOverSource } from './source.ts';

/** What a row says, once nothing of it is in doubt. */
export const ledgerFacts = z.strictObject({
  ...person.pick({ document: true, identity: true, employment: true, contact: true }).shape,
  cardNumber: card.shape.number,
  certificateNumber: grant.shape.certificateNumber,
  team: z.string().min(1),
  tier: z.string().min(1),
  state: takenOverState,
  issuedOn: card.shape.issuedOn,
  validTo: card.shape.validTo,
  reckoned: takenOverSource.shape.reckoned,
});
export type LedgerFacts = z.infer<typeof ledgerFacts>;

export interface LedgerRow {
  /** The row of the sheet, from 1. */
  readonly row: number;
  /** As the row has them, mended where that was possible: what a clerk knows it by. */
  readonly name: string;
  readonly idNumber: string;
  readonly cardNumber: string;
  readonly said: [string, string][];
  readonly mended: readonly LedgerField[];
  readonly problems: readonly LedgerProblem[];
  /** Present where there is no problem. */
  readonly facts?: LedgerFacts;
}

export interface LedgerReading {
  readonly header: readonly string[];
  readonly columns: LedgerColumns;
  readonly words: LedgerWords;
  readonly pack: PolicyPack;
  readonly today: PlainDate;
}

/** Reads one row. Nothing is guessed: a word that nobody explained, or a value that doesn't hold, is a problem of its field. Never throws. */
export function readLedgerRow(row: number, values: readonly string[], reading: LedgerReading): LedgerRow {
  const { columns, today } = reading;
  const cells = new LedgerCells(values, columns);
  const holder = readHolder(cells, today);
  const kept = readNumbers(cells);
  const meant = readWords(cells, values, reading);
  const dates = readDates(cells, meant, reading);
  const draft = { ...(holder as object), ...kept, ...meant, ...dates };
  const facts = cells.problems.length === 0 ? checked(cells, draft) : undefined;
  const { problems, mended } = cells;
  const known = {
    name: cells.raw('name').trim(),
    idNumber: cells.raw('idNumber').trim(),
    cardNumber: cells.raw('cardNumber').trim(),
  };
  const shown = facts && { name: facts.identity.name, idNumber: facts.document.number, cardNumber: facts.cardNumber };
  return { row, ...(shown ?? known), said: saidBy(values, reading.header), mended, problems, ...(facts && { facts }) };
}

function readNumbers(cells: LedgerCells): { cardNumber: string | undefined; certificateNumber: string | undefined } {
  const check = (text: string) => (toOldNumber(text) ? undefined : 'not-an-old-number');
  const cardNumber = toOldNumber(cells.read('cardNumber', tidyOldNumber, check));
  const certificateNumber = toOldNumber(cells.read('certificateNumber', tidyOldNumber, check));
  // Where the ledger has one number for all, that number names the certificate too.
  return { cardNumber, certificateNumber: certificateNumber ?? cardNumber };
}

function readWords(cells: LedgerCells, values: readonly string[], { columns, words, pack }: LedgerReading) {
  const tierWord = tierWordOf(values, columns);
  const tier = tierWord === '' ? undefined : ownValue(words.tiers, tierWord);
  if (tierWord === '') cells.problem('tier', 'required');
  else if (!tier || !findTier(pack, tier.team, tier.tier)) cells.problem('tier', 'word-unexplained');
  const state = ownValue(words.states, stateWordOf(values, columns));
  if (!state) cells.problem('state', 'word-unexplained');
  return { team: tier?.team, tier: tier?.tier, state };
}

/** What a record says under its own key: a ledger's word may be `constructor`. */
function ownValue<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

type Meant = ReturnType<typeof readWords>;

/** A date that is missing follows from the other one and the tier's years, and is marked. */
function readDates(cells: LedgerCells, { team, tier }: Meant, { pack, today }: LedgerReading) {
  const issuedOn = readDate(cells, 'issuedOn');
  const validTo = readDate(cells, 'validTo');
  if (issuedOn && issuedOn > today) cells.problem('issuedOn', 'in-the-future');
  if (issuedOn && validTo && validTo < issuedOn) cells.problem('validTo', 'ends-before-start');
  const years = team && tier ? findTier(pack, team, tier)?.tier.validityYears : undefined;
  if (!issuedOn && !validTo && cells.problems.length === 0) cells.problem('issuedOn', 'required');
  if (issuedOn && validTo) return { issuedOn, validTo };
  if (years === undefined) return {};
  if (issuedOn) return { issuedOn, validTo: addYears(issuedOn, years), reckoned: ['validTo'] };
  if (!validTo) return {};
  const began = addYears(validTo, -years);
  // A card that holds for longer than the tier's years from today can't be reckoned back to a day that hasn't come.
  return { issuedOn: began > today ? today : began, validTo, reckoned: ['issuedOn'] };
}

/** The last word is the record's own schema: a field longer than the record takes is a problem, not a crash later. */
function checked(cells: LedgerCells, draft: unknown): LedgerFacts | undefined {
  const parsed = ledgerFacts.safeParse(draft);
  if (parsed.success) return parsed.data;
  for (const { path, code } of parsed.error.issues)
    cells.problem(fieldOf(path), code === 'too_big' ? 'too-long' : 'not-accepted');
  return undefined;
}

function fieldOf(path: readonly PropertyKey[]): LedgerField {
  const last = String(path.at(-1));
  const field = ledgerField.safeParse(last);
  if (field.success) return field.data;
  return last === 'employerName' ? 'employer' : 'idNumber';
}

function saidBy(values: readonly string[], header: readonly string[]): [string, string][] {
  return values
    .flatMap((value, at): [string, string][] => (value.trim() === '' ? [] : [[header[at]?.trim() ?? '', value.trim()]]))
    .slice(0, 40)
    .map(([name, value]) => [name.slice(0, 100), value.slice(0, 500)]);
}
