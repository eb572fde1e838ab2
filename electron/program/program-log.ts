import { randomBytes } from 'node:crypto';
import { JournalError } from '../journal/journal-error.ts';
import { PrintingError } from '../printing/printing-error.ts';
import { RecordsError } from '../records/records-error.ts';
import { VaultError } from '../vault/vault-error.ts';

export interface ProgramLog {
  line(text: string): void;
  /** Logs a bug or trouble under an incident id, which is all that a screen shows of it. */
  incident(error: unknown, where: string): string;
}

/** Lines with their time. Personal data never gets here: of an unknown error only its kind and its place in the code are written. */
export function programLog(write: (line: string) => void): ProgramLog {
  const line = (text: string) => write(`${new Date().toISOString()} ${text}`);
  return {
    line,
    incident(error, where) {
      const incident = randomBytes(4).toString('hex');
      line(`incident ${incident} at ${where}: ${describe(error)}`);
      return incident;
    },
  };
}

/** These classes promise messages without personal data; any other error may quote what a clerk typed. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const own =
    error instanceof JournalError ||
    error instanceof PrintingError ||
    error instanceof RecordsError ||
    error instanceof VaultError;
  const words = own ? `${error.name} ${error.code}: ${error.message}` : error.name;
  const frames = (error.stack ?? '').split('\n').filter((frame) => /^\s+at /.test(frame));
  const cause = error.cause === undefined ? '' : `\n  caused by ${describe(error.cause)}`;
  return `${words}\n${frames.slice(0, 8).join('\n')}${cause}`;
}
