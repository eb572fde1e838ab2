import { z } from 'zod';
import { evidenceFile } from '../evidence/evidence-file.ts';
import { certificateNumber, matterId, matterNumber, personId, staffId } from '../ids.ts';
import { type PlainDate, plainDate } from '../plain-date.ts';
import { route } from '../policy/pack.ts';
import { takenOverSource } from '../taking-over/source.ts';
import { aspects, caseMaterial, routeFacts, seenCondition } from './application-facts.ts';
import { supplement } from './supplement.ts';

/** States of a recognition that this counter can reach; later ones join the enum, the table below and nothing else. */
export const recognitionStatus = z.enum(['received', 'supplementing', 'granted', 'withdrawn']);
export type RecognitionStatus = z.infer<typeof recognitionStatus>;

export const recognitionAction = z.enum([
  'grant-directly',
  'enter-approval',
  'ask-supplement',
  'bring-supplement',
  'withdraw',
  'issue-card',
  'print-certificate',
  'print-receipt',
  'print-notice-supplement',
]);
export type RecognitionAction = z.infer<typeof recognitionAction>;

/** The only place that knows what may be done in which state. */
export const recognitionActions: Record<RecognitionStatus, readonly RecognitionAction[]> = {
  received: ['grant-directly', 'enter-approval', 'ask-supplement', 'withdraw', 'print-receipt', 'print-notice-supplement'],
  supplementing: ['bring-supplement', 'withdraw', 'print-receipt', 'print-notice-supplement'],
  granted: ['issue-card', 'print-certificate', 'print-receipt'],
  withdrawn: ['print-receipt'],
};

/** Whether an application in that state waits for somebody: a person has at most one such. */
export function isOpenStatus(status: RecognitionStatus): boolean {
  return recognitionActions[status].includes('withdraw');
}

/** An approving body's decision, as the clerk enters it: who, under which 文号 or 会议纪要, when, and the scan. */
export const enteredApproval = z.strictObject({
  body: z.string().min(1).max(100),
  reference: z.string().min(1).max(100),
  approvedOn: plainDate,
  document: evidenceFile,
});
export type EnteredApproval = z.infer<typeof enteredApproval>;

export const grant = z.strictObject({
  by: z.discriminatedUnion('way', [
    z.strictObject({ way: z.literal('direct'), signedOffBy: staffId }),
    z.strictObject({ way: z.literal('approval'), approval: enteredApproval }),
    /** 接收旧卡: decided before there was this counter; `since` as the older ledger has it. */
    z.strictObject({ way: z.literal('taken-over'), since: plainDate, source: takenOverSource }),
  ]),
  grantedOn: plainDate,
  validTo: plainDate,
  certificateNumber,
});

/** The day from which a recognition holds: the approving body's, the older ledger's, or that of the decision at the counter. */
export function recognisedOn({ by, grantedOn }: z.infer<typeof grant>): PlainDate {
  if (by.way === 'taken-over') return by.since;
  return by.way === 'approval' ? by.approval.approvedOn : grantedOn;
}

/** The applicant takes the application back (撤回申请). */
export const withdrawal = z.strictObject({ on: plainDate, by: staffId, reason: z.string().min(1).max(200) });
/** 办理人: who a matter was handed on to, by whom, and when they took it on. Where there is none, whoever received it handles it. */
export const handling = z.strictObject({
  by: staffId,
  handedOver: z.strictObject({
    by: staffId,
    from: staffId,
    at: z.iso.datetime({ offset: false }),
    note: z.string().min(1).max(200).optional(),
  }),
  takenOnAt: z.iso.datetime({ offset: false }).optional(),
});
export type Handling = z.infer<typeof handling>;

export const recognition = z.strictObject({
  id: matterId,
  version: z.int().min(1),
  number: matterNumber,
  kind: z.literal('recognition'),
  personId,
  team: z.string(),
  tier: z.string(),
  /** Absent where it was taken over from a ledger that doesn't tell. */
  route: route.optional(),
  /** The pack it began under, `id@version`; a case keeps it. */
  pack: z.string(),
  status: recognitionStatus,
  receivedOn: plainDate,
  receivedBy: staffId,
  grant: grant.optional(),
  /** What follows is absent in applications from before it was asked. */
  routeFacts: routeFacts.optional(),
  aspects: aspects.optional(),
  materials: z.array(caseMaterial).max(80).optional(),
  /** How the tier's conditions stood at 收件, by the program's reading of the record; they decide nothing. */
  conditions: z.array(seenCondition).max(12).optional(),
  supplements: z.array(supplement).max(20).optional(),
  withdrawn: withdrawal.optional(),
  handling: handling.optional(),
});
export type Recognition = z.infer<typeof recognition>;
