import { sep } from 'node:path';

export interface ErrorPlace {
  readonly kind: string;
  readonly code?: string;
  /** Where damage was found, in the words of the room that found it. */
  readonly reason?: string;
  readonly file?: string;
  readonly at: readonly string[];
  readonly cause?: ErrorPlace;
}

const maxFrames = 8;
const maxCauses = 3;
const longNumber = /\d{6}/;
const plainWord = /^[A-Za-z][\w $.-]{0,60}$/;
/** Names of our own files, which say nothing of anybody. */
const plainFile = /^[\w./@-]{1,120}$/;

/**
 * An error's kind and its place in the code, and never its words: those may quote what a clerk typed. Of a path only what lies within the
 * program is kept, since a folder may bear the name of whoever is signed in to the computer.
 */
export function errorPlace(error: unknown, depth = 0): ErrorPlace {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const { code, reason, file, cause } = error as { code?: unknown; reason?: unknown; file?: unknown; cause?: unknown };
  return {
    kind: word(error.name) ?? 'Error',
    ...optional('code', word(code)),
    ...optional('reason', word(reason)),
    ...optional('file', typeof file === 'string' && plainFile.test(file) && !file.startsWith('/') ? file : undefined),
    at: frames(error),
    ...(cause !== undefined && depth < maxCauses && { cause: errorPlace(cause, depth + 1) }),
  };
}

function word(text: unknown): string | undefined {
  // A run of digits is never a kind.
  return typeof text === 'string' && plainWord.test(text) && !longNumber.test(text) ? text : undefined;
}

function optional<K extends string>(key: K, value: string | undefined) {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}

function frames({ stack, message }: Error): string[] {
  if (typeof stack !== 'string') return [];
  // The stack begins with the error's words, which may look like frames.
  const from = typeof message === 'string' && message !== '' ? stack.indexOf(message) + message.length : 0;
  const lines = stack.slice(from).split('\n');
  // A number as long as a PIN is no place, whatever it came by.
  const places = lines.flatMap((line) => frameOf(line) ?? []).filter((place) => !longNumber.test(place));
  return places.slice(0, maxFrames);
}

const frame =
  /^\s+at (?:(?:async |new )?([\w$.<>#]+)(?: \[as [\w$.]+\])? \()?(?:file:\/\/)?([^():]*(?::[\\/][^():]*)?|node:[\w/]+):(\d+):(\d+)\)?$/;

function frameOf(line: string): string | undefined {
  const [found, name, path = '', row, column] = frame.exec(line) ?? [];
  if (found === undefined) return undefined;
  return `${name ?? ''} ${withinProgram(path)}:${row}:${column}`.trim();
}

/** The program's own top folders; of any other place only the file's name. */
function withinProgram(path: string): string {
  if (path.startsWith('node:')) return path;
  const parts = path.split(/[\\/]/);
  const top = parts.findLastIndex((part) => ['node_modules', 'electron', 'shared', 'renderer', 'out', 'app.asar'].includes(part));
  return (top < 0 ? parts.slice(-1) : parts.slice(top)).join(sep === '\\' ? '/' : sep).replace(/[^\w./@-]/g, '');
}
