import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import type { PrintJob } from '../../../shared/contract/paper-calls.ts';

export interface PaperLine {
  readonly kind: string;
  /** Relative to the demo's folder. */
  readonly file: string;
  readonly pages: number;
  readonly sha256: string;
}

/** What `summary.json` says. Other programs read it: its fields don't change. */
export interface DemoSummary {
  host: string;
  talents: number;
  recognitions: number;
  cards: number;
  certificates: number;
  receipts: number;
  papers: PaperLine[];
  journal: { entries: number; verified: boolean };
  sync: { pushed: number; pulled: number; cases: number };
  offlineHours: number;
  ms: { start: number; register_p50: number; register_p95: number; print_p50: number };
  problems: string[];
}

/** The papers of finished jobs, as they lie in the folder. Throws where one is missing. */
export async function listPapers(out: string, jobs: readonly PrintJob[]): Promise<PaperLine[]> {
  return Promise.all(
    jobs.map(async ({ kind, file }) => {
      if (file === undefined) throw new Error(`a job of kind ${kind} is done without a file`);
      const bytes = await readFile(file);
      const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { kind, file: relative(out, file).replaceAll('\\', '/'), pages: pdf.getPageCount(), sha256 };
    }),
  );
}

/** The value below which that share of them lies, rounded to a tenth; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return Math.round((sorted[at] ?? 0) * 10) / 10;
}

export const paperFolder = (out: string) => join(out, 'paper');
/** A scan that a clerk chooses at the screens; it lies there for the day. */
export const scanFile = (out: string) => join(out, 'approval.pdf');
export const screenFolder = (out: string) => join(out, 'screens');
