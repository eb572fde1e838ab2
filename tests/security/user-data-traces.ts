import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What must lie nowhere, by what it is called in a finding. */
export type Needles = Readonly<Record<string, string>>;

export interface Search {
  /** `phone as utf16le in pages/Default/History`: the kind of thing, never the thing itself. */
  readonly traces: string[];
  readonly files: number;
  readonly bytes: number;
}

/** Digits stand alone: a PIN's six would sooner or later lie within some timestamp. */
const loneDigits = (text: string) => new RegExp(`(?<!\\d)${text}(?!\\d)`);

function encodings(text: string): Record<string, Buffer> {
  const utf16 = Buffer.from(text, 'utf16le');
  const escaped = [...text].flatMap((character) =>
    character < '\x7f'
      ? [character]
      : [...Buffer.from(character, 'utf16le').swap16().toString('hex').matchAll(/.{4}/g)].map(([hex]) => `\\u${hex}`),
  );
  return {
    utf8: Buffer.from(text),
    utf16le: utf16,
    utf16be: Buffer.from(utf16).swap16(),
    'percent signs': Buffer.from(encodeURIComponent(text)),
    'JSON escapes': Buffer.from(escaped.join('')),
  };
}

/** Looks through every byte and every name below a folder. */
export function searchFolder(folder: string, needles: Needles): Search {
  const wanted = Object.entries(needles).map(([what, text]) => ({ what, text, forms: Object.entries(encodings(text)) }));
  const traces: string[] = [];
  let [files, bytes] = [0, 0];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const place = relative(folder, path);
    const content = entry.isFile() ? readWhole(path) : Buffer.alloc(0);
    files += entry.isFile() ? 1 : 0;
    bytes += content.length;
    for (const { what, text, forms } of wanted) {
      if (entry.name.includes(text)) traces.push(`${what} as a file's name`);
      for (const [form, needle] of forms) if (holds(content, needle, text)) traces.push(`${what} as ${form} in ${place}`);
    }
  }
  return { traces, files, bytes };
}

function holds(content: Buffer, needle: Buffer, text: string): boolean {
  if (!content.includes(needle)) return false;
  if (!/^\d+$/.test(text)) return true;
  // Two-byte forms are looked at as one-byte ones: the zeros go.
  return loneDigits(text).test(Buffer.from(content.filter((byte) => byte !== 0)).toString('latin1'));
}

/** A file that went away meanwhile holds nothing. */
function readWhole(path: string): Buffer {
  return statSync(path, { throwIfNoEntry: false }) ? readFileSync(path) : Buffer.alloc(0);
}
