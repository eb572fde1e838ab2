import { z } from 'zod';
import { cardNumber, personId, sha256Hex } from '../domain/ids.ts';
import { rowAnswers } from '../domain/taking-over/judge-row.ts';
import { ledgerColumns, ledgerField, maxLedgerColumns } from '../domain/taking-over/ledger-columns.ts';
import { ledgerWords, takenOverState } from '../domain/taking-over/ledger-words.ts';
import { call, done } from './desk-call.ts';
import { signOffTicket } from './recognition-calls.ts';

const rowAnswer = z.enum(rowAnswers);

/** Rows that one call takes over: short enough that it can be stopped between two. */
export const takenAtOnce = 100;
/** Rows that a preview shows; the others are counted. */
export const shownAtOnce = 500;

/** An older ledger as the clerk understands it: which sheet, what each column says, what each word means, who is who. */
export const ledgerPlan = z.strictObject({
  fileId: sha256Hex,
  sheet: z.int().min(0).max(200),
  columns: ledgerColumns,
  words: ledgerWords,
  /** By the row's number: a known person's id, or `another`. */
  decisions: z.record(z.string().regex(/^\d{1,7}$/, 'not-a-number'), z.union([personId, z.literal('another')])),
});
export type LedgerPlan = z.infer<typeof ledgerPlan>;

const person = z.strictObject({
  personId,
  name: z.string(),
  maskedIdNumber: z.string(),
  employer: z.string(),
  liveCard: cardNumber.optional(),
});

/** One row with its answer, as the screen shows it. */
const judgedRow = z.strictObject({
  row: z.int(),
  name: z.string(),
  maskedIdNumber: z.string(),
  cardNumber: z.string(),
  answer: rowAnswer,
  mended: z.array(ledgerField),
  reckoned: z.array(z.enum(['issuedOn', 'validTo'])),
  problems: z.array(z.strictObject({ field: ledgerField, code: z.string(), value: z.string() })),
  why: z.enum(['name-and-birth-date', 'name-differs']).optional(),
  people: z.array(person),
  /** The row above that it is in doubt with. */
  ofRow: z.int().optional(),
});
export type JudgedRowView = z.infer<typeof judgedRow>;

const ledgerPreview = z.strictObject({
  total: z.int(),
  counts: z.record(rowAnswer, z.int()),
  /** Those with the answer that was asked for, at most 500. */
  rows: z.array(judgedRow),
  /** Each different word of the ledger, how often it stands there, and what it would mean by itself. */
  tierWords: z.array(
    z.strictObject({ word: z.string(), rows: z.int(), guess: z.strictObject({ team: z.string(), tier: z.string() }).optional() }),
  ),
  stateWords: z.array(z.strictObject({ word: z.string(), rows: z.int(), guess: takenOverState.optional() })),
  /** There are more words than can be explained: the column says something else. */
  tooManyWords: z.boolean(),
});
export type LedgerPreview = z.infer<typeof ledgerPreview>;

const openedLedger = z.strictObject({
  fileId: sha256Hex,
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      rows: z.int(),
      header: z.array(z.string()).max(maxLedgerColumns),
      columns: ledgerColumns,
      /** What words of such a ledger meant the last time. */
      words: ledgerWords,
    }),
  ),
});
export type OpenedLedger = z.infer<typeof openedLedger>;

/** 接收旧卡: cards and people of an older ledger, taken over with their own numbers. Nothing is written before `take`. */
export const takingOverCalls = {
  open: call('talent.register', 'file-not-accepted')
    .input(z.strictObject({ name: z.string().min(1).max(200), file: z.instanceof(Blob) }))
    .output(openedLedger),
  preview: call('talent.register', 'not-found')
    .input(ledgerPlan.extend({ show: rowAnswer.optional() }))
    .output(ledgerPreview),
  /**
   * A second person looked at the ledger as it is explained here: until it is explained otherwise, another file is opened, or the program
   * ends, its rows may be taken over.
   */
  signOff: call('talent.register', 'not-found', 'sign-off-needed')
    .input(ledgerPlan.extend({ ticket: signOffTicket }))
    .output(done),
  /** Takes over what can be of the next rows, each by itself; `next` is where to go on, absent at the end. */
  take: call('talent.register', 'not-found', 'sign-off-needed', 'date-questionable', 'disk-full', 'records-unavailable')
    .input(ledgerPlan.extend({ from: z.int().min(0).max(1_000_000) }))
    .output(z.strictObject({ taken: z.int(), next: z.int().optional() })),
};
