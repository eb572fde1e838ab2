import { z } from 'zod';
import { advice } from './advice/advice.ts';
import { type approval, requestedApproval } from './approval/approval.ts';
import { auditFilter } from './audit/audit-filter.ts';
import { card } from './card/card.ts';
import { cardState } from './card/card-life.ts';
import { counter, numberBlock } from './counter/counter.ts';
import { headKey } from './counter/head-key.ts';
import { madeBackup, restoredCounter } from './counter/restored-counter.ts';
import { approvalId, batchId, cardNumber, entryId, matterId, paperId, personId, requestId, sha256Hex, staffId } from './ids.ts';
import { aspects, caseMaterial, routeFacts } from './matter/application-facts.ts';
import { grant, recognition, withdrawal } from './matter/recognition.ts';
import { broughtIn, supplement } from './matter/supplement.ts';
import { printedPaper } from './paper/printed-paper.ts';
import { type PlainDate, plainDate } from './plain-date.ts';
import { redaction } from './redaction/redaction.ts';
import { receivedRequest, type request, requestAnswer, requestKind } from './request/request.ts';
import { staff } from './staff/staff.ts';
import { takenOver } from './taking-over/taken-over.ts';
import { batch } from './talent/batch.ts';
import { correction } from './talent/correction.ts';
import { person } from './talent/person.ts';

/** A change of a card's state: from where, to where, on which day, and what belongs to it. */
const cardChange = z.strictObject({
  cardNumber,
  personId,
  from: cardState,
  to: cardState,
  on: plainDate,
  reason: z.string().min(1).max(200).optional(),
  collected: card.shape.collected,
  signedOffBy: staffId.optional(),
  /** With 作废: the prints that are spoilt, however many there were; the card is made when new ones are out. */
  voidedPapers: z.array(paperId).optional(),
  /** The request that this was approved by, where the second person came later. */
  approvalId: approvalId.optional(),
});

/** 交接: matters go from clerk to clerk, each from whoever handled it. */
const handedOver = z.strictObject({
  matters: z
    .array(z.strictObject({ matterId, personId, from: staffId }))
    .min(1)
    .max(500),
  to: staffId,
  note: z.string().min(1).max(200).optional(),
});

/** What each kind of entry says. Kinds are past tense; a kind, once released, keeps its meaning for ever. */
export const entryFacts = {
  'counter.enrolled': z.strictObject({ counter }),
  'counter.restored': restoredCounter,
  'backup.made': madeBackup,
  'number-block.granted': z.strictObject({ block: numberBlock }),
  'staff.enrolled': z.strictObject({ staff }),
  'staff.pin-changed': z.strictObject({ staffId }),
  /** `signedOffBy`: who stood beside; absent for a first PIN, and in entries of before there was one. */
  'staff.pin-reset': z.strictObject({ staffId, signedOffBy: staffId.optional() }),
  'staff.left': z.strictObject({ staffId, on: plainDate }),
  'data-key.replaced': z.strictObject({ epoch: z.int().min(2), because: z.enum(['asked', 'staff-left', 'recovered']) }),
  'data-key.resealed': z.strictObject({ epoch: z.int().min(2), files: z.int().min(0) }),
  'sync-limit.set': z.strictObject({ deviceId: z.string(), days: z.int().min(1).max(365).nullable() }),
  'vault.recovered': z.strictObject({ staffId, epoch: z.int().min(1) }),
  'policy-pack.adopted': z.strictObject({ pack: z.string(), sha256: z.string() }),
  'session.signed-in': z.strictObject({ staffId }),
  'session.locked': z.strictObject({ staffId }),
  'session.unlocked': z.strictObject({ staffId }),
  'session.signed-out': z.strictObject({ staffId }),
  'session.refused': z.strictObject({ reason: z.string() }),
  'date.confirmed': z.strictObject({ today: plainDate, lastEntry: plainDate, signedOffBy: staffId }),
  'talent.registered': z.strictObject({ person }),
  'batch.opened': z.strictObject({ batch }),
  'batch.closed': z.strictObject({ batchId, on: plainDate }),
  'talent.taken-over': takenOver,
  /** `scan`: it was looked at on the scan of a material. */
  'id-number.uncovered': z.strictObject({ personId, reason: z.string().min(1).max(200), scan: sha256Hex.optional() }),
  'recognition.received': z.strictObject({ recognition, blockId: z.string() }),
  'recognition.granted': z.strictObject({ matterId, personId, grant, blockId: z.string(), approvalId: approvalId.optional() }),
  'recognition.supplement-asked': z.strictObject({ matterId, personId, supplement }),
  'recognition.supplemented': z.strictObject({
    matterId,
    personId,
    brought: broughtIn,
    materials: z.array(caseMaterial).max(40).optional(),
    routeFacts: routeFacts.optional(),
    aspects: aspects.optional(),
    /** Nothing is out any more, or isn't waited for: back to 收件. */
    complete: z.boolean(),
  }),
  'recognition.withdrawn': z.strictObject({ matterId, personId, withdrawn: withdrawal }),
  'card.issued': z.strictObject({ card, blockId: z.string() }),
  'card.made': z.strictObject({ cardNumber, personId }),
  'card.voided': cardChange,
  'card.called-in': cardChange,
  'card.handed-over': cardChange,
  'card.reported-lost': cardChange,
  'card.restored': cardChange,
  'card.suspended': cardChange,
  'card.resumed': cardChange,
  'card.cancelled': cardChange,
  'card.issue-undone': cardChange,
  'card.revoked': cardChange,
  'card.taken-back': cardChange,
  'card.destroyed': cardChange,
  'card.replaced': z.strictObject({ old: cardChange, card, blockId: z.string() }),
  'paper.printed': z.strictObject({ paper: printedPaper }),
  'advice.given': z.strictObject({ advice }),
  'approval.requested': z.strictObject({ approval: requestedApproval }),
  'approval.declined': z.strictObject({ approvalId, personId, reason: z.string().min(1).max(200) }),
  'approval.withdrawn': z.strictObject({ approvalId, personId }),
  'approval.acknowledged': z.strictObject({ approvalId, personId }),
  'matters.handed-over': handedOver,
  /** Heads of this journal are signed by that key from here on: nobody can put another key's anchors in the place of the device's own. */
  'head-key.made': z.strictObject({ key: headKey }),
  /** Somebody opened a person's page; once per member of staff and session. */
  'person.viewed': z.strictObject({ personId }),
  'audit.exported': z.strictObject({
    as: z.enum(['csv', 'pdf']),
    filter: auditFilter,
    entries: z.int().min(0),
  }),
  'matters.taken-on': z.strictObject({ matters: z.array(z.strictObject({ matterId, personId })).min(1).max(500) }),
  'talent.corrected': correction,
  'request.received': z.strictObject({ request: receivedRequest }),
  'request.answered': z.strictObject({ requestId, personId, kind: requestKind, answer: requestAnswer }),
  'person.redacted': redaction,
} as const;

export type EntryKind = keyof typeof entryFacts;
export type EntryFacts<K extends EntryKind> = z.infer<(typeof entryFacts)[K]>;

/** Entries of these kinds stay on this counter; only their header and commitment go up. */
export const localKinds: readonly EntryKind[] = [
  'session.signed-in',
  'session.locked',
  'session.unlocked',
  'session.signed-out',
  'session.refused',
  'staff.pin-changed',
  'staff.pin-reset',
  'data-key.replaced',
  'data-key.resealed',
  'id-number.uncovered',
  'person.viewed',
  'audit.exported',
  'backup.made',
];

/** The part that every entry has. */
export const entryHeader = z.strictObject({
  /** Schema version of the entry; older ones are brought up by `upcast`, for ever. */
  v: z.literal(1),
  id: entryId,
  /** Who; null only before anybody could sign in (enrolment). */
  staffId: staffId.nullable(),
  /** The outreach event it happened at, or null for the counter itself. */
  event: z.string().nullable(),
  at: z.strictObject({ wall: z.iso.datetime({ offset: false }), monotonicMs: z.number(), boot: z.string() }),
  /** Policy pack (`id@version`) and rule version it was decided under. */
  pack: z.string().nullable(),
  rules: z.int(),
  localOnly: z.boolean(),
});
export type EntryHeader = z.infer<typeof entryHeader>;

export type Entry<K extends EntryKind = EntryKind> = {
  [P in K]: EntryHeader & { kind: P; command: unknown; facts: EntryFacts<P> };
}[K];

/** The rules' version that this program decides by; an entry keeps the one it was decided under. */
export const rulesVersion = 1;

const entryKind = z.looseObject({ kind: z.enum(Object.keys(entryFacts) as [EntryKind, ...EntryKind[]]) });
/** Made once: a replay reads hundreds of thousands of entries, and making a schema costs ten times what checking by it does. */
const entrySchemas = new Map(
  entryKind.shape.kind.options.map((kind) => [
    kind,
    entryHeader.extend({ kind: z.literal(kind), command: z.unknown(), facts: entryFacts[kind] }),
  ]),
);

/**
 * Reads an entry from its JSON value. Throws a ZodError for anything else: what the journal holds was read by this before it was
 * written (records/decisions.ts), so that is damage or a newer program's entry, never a clerk's mistake.
 */
export function parseEntry(value: unknown): Entry {
  return entrySchemas.get(entryKind.parse(value).kind)?.parse(value) as Entry;
}

/** The kinds of row that the records keep: one per thing that entries change. */
export const rowKind = z.enum([
  'counter',
  'number-block',
  'staff',
  'person',
  'recognition',
  'card',
  'paper',
  'advice',
  'batch',
  'approval',
  'request',
]);
export type RowKind = z.infer<typeof rowKind>;

export type RowState = {
  /** `syncLimit`: so many days it may work without any sync, counted from that moment at the earliest. */
  counter: z.infer<typeof counter> & { version: number; syncLimit?: { days: number; since: string } };
  /** `frozen`: of a device whose backup was restored. It may have given more of them than the backup knows. */
  'number-block': z.infer<typeof numberBlock> & { version: number; used: number; frozen?: true };
  /** `leftOn`: the access of this member was ended on that day. */
  staff: z.infer<typeof staff> & { version: number; leftOn?: PlainDate };
  person: z.infer<typeof person>;
  recognition: z.infer<typeof recognition>;
  card: z.infer<typeof card>;
  paper: z.infer<typeof printedPaper>;
  advice: z.infer<typeof advice>;
  batch: z.infer<typeof batch>;
  approval: z.infer<typeof approval>;
  request: z.infer<typeof request>;
};
export interface RowRef<K extends RowKind = RowKind> {
  kind: K;
  id: string;
}
/** A row after an entry: its reference and its whole state. */
export type Row = { [K in RowKind]: RowRef<K> & { state: RowState[K] } }[RowKind];
