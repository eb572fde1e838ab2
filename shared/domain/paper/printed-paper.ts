import { z } from 'zod';
import { adviceId, type CardNumber, cardNumber, matterId, paperId, personId, requestId, sha256Hex, staffId } from '../ids.ts';
import { plainDate } from '../plain-date.ts';

/** Kinds of paper that this release prints; the codes are those of the demo's summary. */
export const paperKind = z.enum([
  'recognition-certificate',
  'receipt-received',
  'notice-supplement',
  'card-front',
  'card-back',
  'delivery-receipt',
  'loss-statement',
  'advice-sheet',
  'benefits-sheet',
  'privacy-notice',
  'audit-list',
  'personal-data',
  'request-answer',
]);
export type PaperKind = z.infer<typeof paperKind>;

/** Whether it is printed on the card itself: spoilt with the card, and never printed once the card was handed over. */
export function isCardSide(kind: PaperKind): boolean {
  return kind === 'card-front' || kind === 'card-back';
}

/** A tier of the pack in force, for what is told of it to anybody. */
export const tierCodes = z.strictObject({ team: z.string().min(1).max(60), tier: z.string().min(1).max(60) });

/** What a paper is about: its kind, and the one id from which everything on it follows; none for a blank. */
export const paperSubject = z.strictObject({
  kind: paperKind,
  matterId: matterId.optional(),
  cardNumber: cardNumber.optional(),
  adviceId: adviceId.optional(),
  personId: personId.optional(),
  requestId: requestId.optional(),
  tier: tierCodes.optional(),
});
export type PaperSubject = z.infer<typeof paperSubject>;

/** The ids that a subject may bear, in the order in which a paper's name says them. */
export const subjectIds = ['matterId', 'cardNumber', 'adviceId', 'personId', 'requestId', 'tier'] as const;
export type SubjectId = (typeof subjectIds)[number];

/** What papers can be about, each with the ids by which it is named; of several, a paper is named by one. `none`: there are blank ones. */
export const paperAbout = {
  matter: ['matterId'],
  card: ['cardNumber'],
  advice: ['adviceId'],
  tier: ['matterId', 'tier'],
  person: ['personId', 'none'],
  audit: ['none'],
  request: ['requestId'],
} as const satisfies Record<string, readonly (SubjectId | 'none')[]>;
export type PaperAbout = keyof typeof paperAbout;

/**
 * The one name of a paper: prints of one name are the same paper. Undefined for what is printed for nobody in particular, a blank or a
 * tier's sheet: each of those is a first print.
 */
export function paperName(subject: PaperSubject): string | undefined {
  const ids = subjectIds.flatMap((id) => (id === 'tier' || subject[id] === undefined ? [] : [`${id}:${subject[id]}`]));
  return ids.length === 0 ? undefined : [subject.kind, ...ids].join(' ');
}

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
  /** Whose paper it is; absent where it is nobody's, such as after a consultation. */
  personId: personId.optional(),
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
