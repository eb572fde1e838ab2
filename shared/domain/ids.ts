import { z } from 'zod';

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'not-an-id');

/** Identifiers are UUIDv7 (RFC 9562 §5.7) and branded, so that a person's can't be handed over as a matter's. */
export const personId = uuid.brand<'PersonId'>();
export const matterId = uuid.brand<'MatterId'>();
export const paperId = uuid.brand<'PaperId'>();
export const entryId = uuid.brand<'EntryId'>();
export const staffId = uuid.brand<'StaffId'>();
export const draftId = uuid.brand<'DraftId'>();
export const jobId = uuid.brand<'JobId'>();
export const adviceId = uuid.brand<'AdviceId'>();
export const batchId = uuid.brand<'BatchId'>();
export const approvalId = uuid.brand<'ApprovalId'>();
export const requestId = uuid.brand<'RequestId'>();
/**
 * Numbers that people read: digits only, the last is an ISO/IEC 7064 MOD 11,10 check digit (see standards/mod-11-10.ts). One taken over
 * from an older ledger keeps its own form behind `old/` (see old-number.ts), so that none is ever taken for one of ours.
 */
const number = z.string().regex(/^(?:\d{12}|old\/[0-9A-Z\p{Script=Han}-]{1,30})$/u, 'not-a-number');
export const cardNumber = number.brand<'CardNumber'>();
export const certificateNumber = number.brand<'CertificateNumber'>();
export const matterNumber = number.brand<'MatterNumber'>();
export const sha256Hex = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256Hex'>();

export type PersonId = z.infer<typeof personId>;
export type MatterId = z.infer<typeof matterId>;
export type PaperId = z.infer<typeof paperId>;
export type EntryId = z.infer<typeof entryId>;
export type StaffId = z.infer<typeof staffId>;
export type DraftId = z.infer<typeof draftId>;
export type JobId = z.infer<typeof jobId>;
export type AdviceId = z.infer<typeof adviceId>;
export type BatchId = z.infer<typeof batchId>;
export type ApprovalId = z.infer<typeof approvalId>;
export type RequestId = z.infer<typeof requestId>;
export type CardNumber = z.infer<typeof cardNumber>;
export type CertificateNumber = z.infer<typeof certificateNumber>;
export type MatterNumber = z.infer<typeof matterNumber>;
export type Sha256Hex = z.infer<typeof sha256Hex>;
