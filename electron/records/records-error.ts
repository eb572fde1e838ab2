/** Every expected failure of the records: a stable code. No message holds a name, a number or an id of a person. */
export type RecordsErrorCode =
  | 'row-damaged'
  | 'row-stale'
  | 'records-lost'
  | 'records-rebuilding'
  | 'records-closed'
  | 'page-unavailable'
  | 'storage-full'
  | 'database-failed'
  | 'journal-behind'
  | 'journal-unreadable';

export class RecordsError extends Error {
  readonly code: RecordsErrorCode;
  constructor(code: RecordsErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
  }
}

/** A row's sealed body doesn't open, or isn't what its key, version or commitment says. The journal can mend it. */
export class RowDamagedError extends RecordsError {
  readonly key: string;
  constructor(key: string, reason: string) {
    super('row-damaged', `A row's bytes are not as they were written: ${reason}`);
    this.key = key;
  }
}

/** The records or the ledger know of an entry that the journal no longer has: a file was lost, or an old disk image brought back. */
export class JournalBehindError extends RecordsError {
  readonly headSeq: number;
  readonly markSeq: number;
  constructor(headSeq: number, markSeq: number) {
    super('journal-behind', `The journal ends at entry ${headSeq}, but the records know of entry ${markSeq}`);
    this.headSeq = headSeq;
    this.markSeq = markSeq;
  }
}
