import { type JudgedRowView, type LedgerPreview, shownAtOnce } from '../../shared/contract/taking-over-calls.ts';
import { shownNumber } from '../../shared/domain/old-number.ts';
import { type KnownPerson, rowAnswers } from '../../shared/domain/taking-over/judge-row.ts';
import type { JudgedRow } from '../../shared/domain/taking-over/judge-rows.ts';
import { guessState, guessTier, maxLedgerWords, stateWordOf, tierWordOf } from '../../shared/domain/taking-over/ledger-words.ts';
import { maskIdNumber } from '../../shared/domain/talent/masking.ts';
import type { JudgedLedger } from './judged-ledger.ts';
import type { OpenCounter } from './open-counter.ts';

interface Shown extends JudgedLedger {
  readonly show: JudgedRowView['answer'] | undefined;
}

/** How many rows have which answer, the first of those that were asked for, and the words that want explaining. */
export function ledgerPreview(counter: OpenCounter, { plan, sheet, rows, show }: Shown): LedgerPreview {
  const counts = Object.fromEntries(rowAnswers.map((answer) => [answer, 0])) as LedgerPreview['counts'];
  for (const { answer } of rows) counts[answer.is] += 1;
  const pack = counter.packs.current();
  const tierWords = wordsOf(sheet.rows.map(({ cells }) => tierWordOf(cells, plan.columns))).filter(({ word }) => word !== '');
  const stateWords = wordsOf(sheet.rows.map(({ cells }) => stateWordOf(cells, plan.columns)));
  return {
    total: rows.length,
    counts,
    rows: rows
      .filter(({ answer }) => show === undefined || answer.is === show)
      .slice(0, shownAtOnce)
      .map((judged) => rowView(counter, judged)),
    tierWords: tierWords.slice(0, maxLedgerWords).map((one) => {
      const guess = guessTier(pack, one.word);
      return { ...one, ...(guess && { guess }) };
    }),
    stateWords: stateWords.slice(0, maxLedgerWords).map((one) => {
      const guess = guessState(one.word);
      return { ...one, ...(guess && { guess }) };
    }),
    tooManyWords: Math.max(tierWords.length, stateWords.length) > maxLedgerWords,
  };
}

/** The different words, the most frequent first. */
function wordsOf(words: readonly string[]): { word: string; rows: number }[] {
  const rows = new Map<string, number>();
  for (const word of words) rows.set(word, (rows.get(word) ?? 0) + 1);
  return [...rows].map(([word, count]) => ({ word, rows: count })).sort((a, b) => b.rows - a.rows);
}

function rowView(counter: OpenCounter, { row, answer }: JudgedRow): JudgedRowView {
  const people = answer.is === 'undecided' ? answer.people : answer.is === 'same-person' ? [answer.person] : [];
  const ofRow = answer.is === 'duplicate' ? answer.ofRow : answer.is === 'undecided' ? answer.row : undefined;
  return {
    row: row.row,
    name: row.name.slice(0, 100),
    // A number that doesn't hold is shown as it stands, since it is to be compared and mended in the file.
    maskedIdNumber: row.facts ? maskIdNumber(row.idNumber) : row.idNumber.slice(0, 60),
    cardNumber: shownNumber(row.cardNumber).slice(0, 60),
    answer: answer.is,
    mended: [...row.mended],
    reckoned: row.facts?.reckoned ?? [],
    problems: answer.is === 'problem' ? [...answer.problems] : [],
    ...(answer.is === 'undecided' && { why: answer.why }),
    people: people.map((person) => personView(counter, person)),
    ...(ofRow !== undefined && { ofRow }),
  };
}

function personView({ ledger }: OpenCounter, { personId, name, liveCard }: KnownPerson): JudgedRowView['people'][number] {
  const person = ledger.findPerson(personId);
  return {
    personId,
    name,
    maskedIdNumber: person ? maskIdNumber(person.idNumber) : '',
    employer: person?.employer ?? '',
    ...(liveCard && { liveCard }),
  };
}
