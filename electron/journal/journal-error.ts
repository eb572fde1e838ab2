/** Where damage was found. `frame` counts from 1 within the file; 0 is the file's header. */
export interface DamagePlace {
  readonly log: LogName;
  readonly file: string;
  readonly frame: number;
  readonly seq: number;
  readonly offsetBytes: number;
}

export type LogName = 'own' | 'received';

/** Every expected failure of the journal: a stable code, and details on the class that bears it. None holds personal data. */
export type JournalErrorCode =
  | 'journal-damaged'
  | 'journal-behind'
  | 'journal-forked'
  | 'journal-newer'
  | 'journal-key-missing'
  | 'journal-locked'
  | 'journal-write-failed'
  | 'disk-full'
  | 'payload-too-large'
  | 'entry-not-there'
  | 'journal-closed';

export class JournalError extends Error {
  readonly code: JournalErrorCode;
  constructor(code: JournalErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
  }
}

/** Why bytes can't be what was written. The doc's table "What each check defends against" has a line per reason. */
export type DamageReason =
  | 'file-missing'
  | 'file-unreadable'
  | 'file-cut'
  | 'file-too-long'
  | 'header'
  | 'header-seal'
  | 'previous-segment'
  | 'frame-incomplete'
  | 'frame-marker'
  | 'frame-length'
  | 'frame-checksum'
  | 'frame-sequence'
  | 'frame-fields'
  | 'chain'
  | 'seal'
  | 'commitment'
  | 'redaction';

/** Bytes that were acknowledged, or may have been, are not as they were written. Nothing on disk was changed. */
export class JournalDamagedError extends JournalError {
  readonly reason: DamageReason;
  readonly place: DamagePlace;
  constructor(reason: DamageReason, place: DamagePlace, cause?: unknown) {
    const at = `${place.log}/${place.file}, frame ${place.frame} (entry ${place.seq}), byte ${place.offsetBytes}`;
    super('journal-damaged', `The journal is damaged at ${at}: ${reason}`, cause);
    this.reason = reason;
    this.place = place;
  }
}

/** Something outside the journal knows of an entry that the journal no longer has: a file was lost, or an old disk brought back. */
export class JournalBehindError extends JournalError {
  readonly log: LogName;
  readonly head: number;
  readonly mark: number;
  constructor(log: LogName, head: number, mark: number) {
    super('journal-behind', `The ${log} log ends at entry ${head}, but entry ${mark} is known to have been written`);
    this.log = log;
    this.head = head;
    this.mark = mark;
  }
}

/** An anchored head says another chain hash at this sequence: the history here is not the one that was anchored. */
export class JournalForkedError extends JournalError {
  readonly log: LogName;
  readonly seq: number;
  constructor(log: LogName, seq: number) {
    super('journal-forked', `The ${log} log parts from its anchored history at entry ${seq} or before`);
    this.log = log;
    this.seq = seq;
  }
}

/** Written by a program newer than this one; nothing is wrong with it. */
export class JournalNewerError extends JournalError {
  readonly file: string;
  constructor(file: string, what: string) {
    super('journal-newer', `${file} was written by a newer program: ${what}`);
    this.file = file;
  }
}

export class JournalKeyMissingError extends JournalError {
  readonly epoch: number;
  constructor(epoch: number) {
    super('journal-key-missing', `There is no journal key for key epoch ${epoch}`);
    this.epoch = epoch;
  }
}

export class JournalLockedError extends JournalError {
  readonly pid: number;
  constructor(folder: string, pid: number) {
    super('journal-locked', `${folder} is in use by the running process ${pid}`);
    this.pid = pid;
  }
}

/** The entry was not acknowledged. It is void as soon as the next append succeeds; see the format's "Failed writes". */
export class JournalWriteError extends JournalError {
  constructor(cause: unknown) {
    const full = isDiskFull(cause);
    super(full ? 'disk-full' : 'journal-write-failed', full ? 'The disk is full' : 'The journal could not be written', cause);
  }
}

function isDiskFull(cause: unknown): boolean {
  const code = (cause as { code?: unknown } | null)?.code;
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
}
