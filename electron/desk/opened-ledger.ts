import type { OpenedLedger } from '../../shared/contract/taking-over-calls.ts';
import type { Sha256Hex } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import {
  findHeader,
  guessLedgerColumns,
  type LedgerColumns,
  ledgerColumns,
  ledgerField,
  maxLedgerColumns,
} from '../../shared/domain/taking-over/ledger-columns.ts';
import { type LedgerWords, ledgerWords } from '../../shared/domain/taking-over/ledger-words.ts';
import type { DeskFiles, OpenCounter } from './open-counter.ts';
import { readWorkbook, type SheetRow } from './read-workbook.ts';
import { WorkbookError } from './workbook-error.ts';

export interface LedgerSheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** An older ledger's file while somebody takes it over: in memory alone, and never longer than the counter is open. */
export interface LedgerFile {
  readonly fileId: Sha256Hex;
  readonly fileName: string;
  readonly sheets: readonly LedgerSheet[];
}

const opened = new WeakMap<OpenCounter, LedgerFile>();

/** Refuses `not-found` once the program was started anew, or another file was opened since. */
export function getLedgerFile(counter: OpenCounter, fileId: Sha256Hex): LedgerFile {
  const file = opened.get(counter);
  return file?.fileId === fileId ? file : refuse('not-found', { what: 'file' });
}

/** Reads a file and keeps it at hand; nothing is written. Refuses `file-not-accepted`. */
export async function openLedgerFile(
  counter: OpenCounter,
  { name, bytes, sha256 }: { name: string; bytes: Uint8Array<ArrayBuffer>; sha256(bytes: Uint8Array): Sha256Hex },
): Promise<OpenedLedger> {
  const sheets = await readSheets(bytes);
  if (sheets.length === 0) refuse('file-not-accepted', { reason: 'empty' });
  const fileId = sha256(bytes);
  opened.set(counter, { fileId, fileName: name, sheets });
  const shown = sheets.map(async ({ header, rows, name: sheetName }) => {
    const kept = await recall(counter.files, keptName(header, sha256));
    const columns = kept?.columns ?? guessLedgerColumns(header);
    return { name: sheetName, rows: rows.length, header: [...header], columns, words: kept?.words ?? { tiers: {}, states: {} } };
  });
  return { fileId, sheets: await Promise.all(shown) };
}

async function readSheets(bytes: Uint8Array<ArrayBuffer>): Promise<LedgerSheet[]> {
  try {
    const sheets = await readWorkbook(bytes);
    return sheets.flatMap(({ name, rows }) => {
      const at = findHeader(rows.map(({ cells }) => cells));
      const header = rows[at]?.cells.slice(0, maxLedgerColumns).map((cell) => cell.trim().slice(0, 100));
      const below = rows.slice(at + 1);
      return header && below.length > 0 ? [{ name: name.slice(0, 100), header, rows: below }] : [];
    });
  } catch (error) {
    if (error instanceof WorkbookError) refuse('file-not-accepted', { reason: error.fault });
    throw error;
  }
}

/** The sealed file in which a header's meaning is remembered: the same office's next ledger has the same columns. */
function keptName(header: readonly string[], sha256: (bytes: Uint8Array) => Sha256Hex): string {
  return `ledger-columns/${sha256(new TextEncoder().encode(JSON.stringify(header))).slice(0, 32)}`;
}

interface Kept {
  readonly columns: LedgerColumns;
  readonly words: LedgerWords;
}

async function recall(files: DeskFiles, name: string): Promise<Kept | undefined> {
  const bytes = await files.readIfWhole(name);
  if (!bytes) return undefined;
  const { columns, words } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  const [knownColumns, knownWords] = [ledgerColumns.safeParse(columns), ledgerWords.safeParse(words)];
  return knownColumns.success && knownWords.success ? { columns: knownColumns.data, words: knownWords.data } : undefined;
}

/** Remembers what this ledger's columns and words mean. */
export async function rememberColumns(
  { files }: OpenCounter,
  { header, columns, words, sha256 }: Kept & { header: readonly string[]; sha256(bytes: Uint8Array): Sha256Hex },
): Promise<void> {
  const known = Object.fromEntries(
    ledgerField.options.flatMap((field) => (columns[field] === undefined ? [] : [[field, columns[field]]])),
  );
  await files.write(keptName(header, sha256), new TextEncoder().encode(JSON.stringify({ columns: known, words })));
}
