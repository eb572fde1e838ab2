import { oc } from '@orpc/contract';
import { z } from 'zod';

/**
 * Main ↔ the hidden records page. The page sees ciphertext only: it puts, gets and scans rows by id and tag, and nothing more.
 * Bytes travel as one Blob beside the rows' metadata (each row names its slice), since a MessagePort's JSON has no bytes.
 */
export const rowMeta = z.strictObject({
  /** Blind: HMAC of kind and id, base64url. The page never sees a kind or an id. */
  key: z.string().max(64),
  version: z.int().min(1),
  /** The journal's sequence that this row's body reaches, per log. */
  ownSeq: z.int().min(0),
  receivedSeq: z.int().min(0),
  /** Commitment over the plaintext, base64url: what the digest is made of. */
  commitment: z.string().max(64),
  /** Blind look-up tags. */
  tags: z.array(z.string().max(64)).max(8),
  /** Length of the sealed body in the blob that travels beside. */
  bytes: z.int().min(1),
});
export type RowMeta = z.infer<typeof rowMeta>;

/** How far the rows reach and what they add up to; written in the same transaction as the rows. */
export const recordsMark = z.strictObject({ ownSeq: z.int().min(0), receivedSeq: z.int().min(0), count: z.int().min(0), digest: z.string().max(64) });
export type RecordsMark = z.infer<typeof recordsMark>;

const rowsWithBodies = z.strictObject({ rows: z.array(rowMeta), bodies: z.instanceof(Blob) });

export const recordsContract = {
  /** The mark, or null for an empty database; `dataLoss` is what IndexedDB itself reported on opening. */
  open: oc.output(z.strictObject({ mark: recordsMark.nullable(), dataLoss: z.boolean() })),
  /** Rows and mark in one strict-durability transaction. */
  put: oc.input(z.strictObject({ rows: z.array(rowMeta).max(5_000), bodies: z.instanceof(Blob), mark: recordsMark })).output(z.strictObject({})),
  get: oc.input(z.strictObject({ keys: z.array(z.string()).max(1_000) })).output(rowsWithBodies),
  findByTag: oc.input(z.strictObject({ tag: z.string(), limit: z.int().min(1).max(100) })).output(rowsWithBodies),
  /** Rows after a key, in key order; metadata alone when `bodies` is false. */
  scan: oc
    .input(z.strictObject({ after: z.string(), limit: z.int().min(1).max(5_000), bodies: z.boolean() }))
    .output(rowsWithBodies),
  /** Empties everything: before a rebuild. */
  clear: oc.output(z.strictObject({})),
};
