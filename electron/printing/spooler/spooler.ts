import type { JobId } from '../../../shared/domain/ids.ts';

/** Why a printer does not print, in words that every adapter shares. `not-writable`: a folder printer's folder. */
export type SpoolerReason = 'stopped' | 'paused' | 'media-empty' | 'unreachable' | 'disk-full' | 'not-writable';

export interface Printer {
  /** What a job names it by. */
  name: string;
  /** What people call it: a queue's description, a folder's path. */
  title: string;
  state: 'ready' | 'stopped';
  reason?: SpoolerReason;
}

export interface SpoolerJob {
  jobId: JobId;
  printer: string;
  /** What the printer's own list shows. */
  title: string;
  /** For printers that write files, without ending: a paper's kind and number and nothing else about a person. */
  fileName: string;
  /** SHA-256 of the PDF, hex: what a job is recognised by after a restart. */
  pdfSha256: string;
  media: { widthMm: number; heightMm: number };
  sides: 'one' | 'two-long-edge' | 'two-short-edge';
  copies: number;
}

/** A submitted job as the spooler knows it; kept by the queue, understood by its spooler only. */
export interface SpoolerTicket {
  ref: string;
  /** Where the file lies, for printers that write files. */
  file?: string;
}

export interface SpoolerState {
  /** `waiting` and `printing` may come with a reason (paused, media-empty); `unknown`: the spooler has forgotten this job. */
  state: 'waiting' | 'printing' | 'done' | 'failed' | 'unknown';
  reason?: SpoolerReason;
}

/** Whatever puts a PDF on paper. A spooler never hears of the same job again once it has taken it, unless a person says so. */
export interface Spooler {
  listPrinters(): Promise<Printer[]>;
  /** Throws SpoolerFailure where the job was certainly not taken; any other error leaves that open. */
  submit(pdf: Uint8Array, job: SpoolerJob): Promise<SpoolerTicket>;
  /** Whether a job, whose submitting was cut off by the program's end, was taken. `unknown` where the spooler can't tell. */
  findSubmitted(job: SpoolerJob): Promise<SpoolerTicket | 'not-submitted' | 'unknown'>;
  jobState(ref: string): Promise<SpoolerState>;
  /** True where the job will not be printed any more. */
  cancel(ref: string): Promise<boolean>;
}

/** The spooler did not do what was asked, for a reason that a person can do something about. */
export class SpoolerFailure extends Error {
  readonly reason: SpoolerReason;
  constructor(reason: SpoolerReason, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'SpoolerFailure';
    this.reason = reason;
  }
}
