import { oc } from '@orpc/contract';
import { z } from 'zod';

/**
 * Main ↔ the hidden records page. The page sees ciphertext only: it puts, gets and scans rows by id and tag, and nothing more.
 * Bytes travel as one Blob beside the rows' metadata (each row names its slice), since a MessagePort's JSON has no bytes.
 */
export const rowMeta = z.strictObject({
  /** Blind: HMAC of kind and id, base64url. The page never sees a kind or an id. */
  key: z.string().min(1).max(64),
  version: z.int().min(1),
  /** The journal's sequence that this row's body reaches, per log. */
  ownSeq: z.int().min(0),
  receivedSeq: z.int().min(0),
  /** Commitment over the plaintext, base64url: what the digest is made of. */
  commitment: z.string().max(64),
  /** Blind look-up tags. */
  tags: z.array(z.string().min(1).max(64)).max(8),
  /** Length of the sealed body in the blob that travels beside; 0 where bodies were not asked for. */
  bytes: z.int().min(0).max(1_048_576),
});
export type RowMeta = z.infer<typeof rowMeta>;

/** How far the rows reach and what they add up to; written in the same transaction as the rows. */
export const recordsMark = z.strictObject({
  ownSeq: z.int().min(0),
  receivedSeq: z.int().min(0),
  count: z.int().min(0),
  /** Sealed by main, so that a damaged mark is told from one that is ahead; the page can't read or make one. */
  digest: z.string().max(64),
});
export type RecordsMark = z.infer<typeof recordsMark>;

/** The most rows of one call either way; with their bodies they stay well under what a port takes in one message. */
export const maxRowsPerCall = 5_000;

const rowsWithBodies = z.strictObject({ rows: z.array(rowMeta).max(maxRowsPerCall), bodies: z.instanceof(Blob) });

/** What IndexedDB said: the innermost error's name and message. Neither holds anything of a row. */
const cause = z.strictObject({ name: z.string().max(100), message: z.string().max(500) });

const call = oc.errors({
  /** The disk or the browser's quota is full; nothing of the call was kept. */
  'storage-full': { status: 507, data: cause },
  /** The database would not open, was closed by the browser, or failed the call; nothing of the call was kept. */
  'database-failed': { status: 500, data: cause },
});

export const recordsContract = {
  /** The mark, or null for an empty database; `dataLoss` is what IndexedDB itself reported on opening. */
  open: call.output(z.strictObject({ mark: recordsMark.nullable(), dataLoss: z.boolean() })),
  /**
   * Rows and mark in one strict-durability transaction, on top of the mark `from`. Putting the same again changes nothing;
   * on any other mark nothing is changed and that mark is named. `bodies` are the rows' bodies end to end.
   */
  put: call
    .errors({
      'mark-moved': { status: 409, data: z.strictObject({ mark: recordsMark.nullable() }) },
      'bodies-differ': { status: 400 },
    })
    .input(
      z.strictObject({
        rows: z.array(rowMeta).max(maxRowsPerCall),
        bodies: z.instanceof(Blob),
        from: recordsMark.nullable(),
        mark: recordsMark,
      }),
    )
    .output(z.strictObject({})),
  /**
   * Puts rows that are already there once more, from the journal, and leaves the mark: a row whose bytes were damaged is mended
   * so. Refused as `mark-moved` on any other mark.
   */
  mend: call
    .errors({
      'mark-moved': { status: 409, data: z.strictObject({ mark: recordsMark.nullable() }) },
      'bodies-differ': { status: 400 },
    })
    .input(z.strictObject({ rows: z.array(rowMeta).max(maxRowsPerCall), bodies: z.instanceof(Blob), mark: recordsMark }))
    .output(z.strictObject({})),
  get: call.input(z.strictObject({ keys: z.array(z.string().min(1).max(64)).max(1_000) })).output(rowsWithBodies),
  findByTag: call
    .input(z.strictObject({ tag: z.string().min(1).max(64), limit: z.int().min(1).max(100) }))
    .output(rowsWithBodies),
  /** Rows after a key, in key order; metadata alone when `bodies` is false. */
  scan: call
    .input(z.strictObject({ after: z.string().max(64), limit: z.int().min(1).max(maxRowsPerCall), bodies: z.boolean() }))
    .output(rowsWithBodies),
  /** Empties everything, also where the database would not open: before a rebuild. */
  clear: call.output(z.strictObject({})),
};
