import { randomBytes } from 'node:crypto';
import { type DestinationStream, pino, stdTimeFunctions } from 'pino';
import { errorPlace } from './error-place.ts';
import { LogFile } from './log-file.ts';

export interface ProgramLog {
  line(text: string): void;
  /** Logs a bug or trouble under an incident id, which is all that a screen shows of it. */
  incident(error: unknown, where: string): string;
}

/** A log that keeps its lines in a folder. */
export interface KeptLog extends ProgramLog {
  /** What was written is on the disk. Nothing that is written later is lost either, but for a power cut. */
  flush(): void;
  close(): void;
}

const maxWords = 400;

/**
 * Sentences of ours with their time, one JSON object a line. Personal data never gets here: of an error only its kind and its place in the
 * code are written.
 */
export function programLog(write: (line: string) => void): ProgramLog {
  const stream: DestinationStream = { write: (line) => write(line.trimEnd()) };
  const logger = pino({ base: null, timestamp: stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } }, stream);
  return {
    line: (text) => logger.info(plain(text)),
    incident(error, where) {
      const incident = randomBytes(4).toString('hex');
      logger.error({ incident, where: plain(where), error: errorPlace(error) }, 'incident');
      return incident;
    },
  };
}

/** The same, kept in a folder and shown on the terminal that the program was started from, where there is one. */
export function keptLog(folder: string, show: (line: string) => void): KeptLog {
  const file = new LogFile({ folder });
  const log = programLog((line) => {
    file.write(line);
    show(line);
  });
  return {
    line: log.line,
    incident(error, where) {
      const incident = log.incident(error, where);
      // A clerk was told its number: it must be found by it even after the power was cut.
      file.flush();
      return incident;
    },
    flush: () => file.flush(),
    close: () => file.close(),
  };
}

/** The last guard: a sentence that carries a long number, or more than a sentence, is not one of ours. */
function plain(text: string): string {
  return text.slice(0, maxWords).replace(/\d{11,}[Xx]?/g, (digits) => '#'.repeat(digits.length));
}
