import { z } from 'zod';
import { type CardNumber, cardNumber, matterId, paperId, personId, sha256Hex, staffId } from '../ids.ts';
import { plainDate } from '../plain-date.ts';

/** Kinds of paper that this release prints; the codes are those of the demo's summary. */
export const paperKind = z.enum([
  'recognition-certificate',
  'receipt-received',
  'supplement-notice',
  'card-front',
  'card-back',
  'delivery-receipt',
  'loss-statement',
]);
export type PaperKind = z.infer<typeof paperKind>;

/** Whether it is printed on the card itself: spoilt with the card, and never printed once the card was handed over. */
export function isCardSide(kind: PaperKind): boolean {
  return kind === 'card-front' || kind === 'card-back';
}

/** Whether a card's number says what it is about, rather than a matter's id. */
export function isAboutCard(kind: PaperKind): boolean {
  return isCardSide(kind) || kind === 'delivery-receipt' || kind === 'loss-statement';
}

/** What a paper is about: the one id from which everything on it follows. */
export const paperSubject = z.strictObject({ kind: paperKind, matterId: matterId.optional(), cardNumber: cardNumber.optional() });
export type PaperSubject = z.infer<typeof paperSubject>;

/** Both sides of a card, in the order in which a printer takes them. */
export function cardSides(number: CardNumber): PaperSubject[] {
  return [
    { kind: 'card-front', cardNumber: number },
    { kind: 'card-back', cardNumber: number },
  ];
}

/** A paper's entry keeps every value on it, so that a reprint years later is the same paper. */
export const printedPaper = z.strictObject({
  id: paperId,
  version: z.int().min(1),
  subject: paperSubject,
  personId,
  /** `recognition-certificate/1` */
  layout: z.string(),
  values: z.record(z.string(), z.unknown()),
  pdfSha256: sha256Hex,
  printedOn: plainDate,
  printedBy: staffId,
  /** Set on a copy of an earlier paper: it bears the mark 补打. */
  reprint: z.strictObject({ of: paperId, reason: z.string().min(1).max(200) }).optional(),
});
export type PrintedPaper = z.infer<typeof printedPaper>;
