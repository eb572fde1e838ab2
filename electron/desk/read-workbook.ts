import readXlsxFile from 'read-excel-file/universal';
import { decodeText } from '../../shared/standards/decode-text.ts';
import { readCsv } from '../../shared/standards/rfc-4180.ts';
import { guardWorkbook } from './guard-workbook.ts';
import { WorkbookError } from './workbook-error.ts';

export const maxWorkbookBytes = 20 * 1024 * 1024;
const maxRows = 50_000;
/** Longer cells are no cells of a ledger: they are cut, and the field's own limit says so. */
const maxCellUnits = 1_000;

export interface SheetRow {
  /** The row of the sheet, or the line of the file, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Sheet {
  /** Empty for a CSV file. */
  readonly name: string;
  /** Those that say anything. */
  readonly rows: readonly SheetRow[];
}

/**
 * The sheets of a workbook (.xlsx) or the one of a CSV file, as texts; a date is `YYYY-MM-DD`, a number its digits as the file has
 * them. Throws WorkbookError for what is neither, too large, or made to do harm.
 */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[]> {
  if (bytes.length === 0) throw new WorkbookError('empty');
  if (bytes.length > maxWorkbookBytes) throw new WorkbookError('too-big');
  const sheets = startsWith(bytes, 'PK\x03\x04') ? await readXlsx(bytes) : readText(bytes);
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw new WorkbookError('empty');
  if (filled.some(({ rows }) => rows.length > maxRows)) throw new WorkbookError('too-many-rows');
  return filled;
}

async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[]> {
  await guardWorkbook(bytes);
  try {
    // Untrimmed, and numbers as they stand: what is mended in a cell is to be seen, and 18 digits are no number.
    const sheets = await readXlsxFile(bytes.slice().buffer, { trim: false, parseNumber: (digits) => digits });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: numbered(data.map((cells) => cells.map(cellText))) }));
  } catch (cause) {
    throw new WorkbookError('damaged', { cause });
  }
}

function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell.slice(0, maxCellUnits);
  if (cell instanceof Date) return Number.isNaN(cell.valueOf()) ? '' : cell.toISOString().slice(0, 10);
  return typeof cell === 'boolean' ? String(cell) : '';
}

function readText(bytes: Uint8Array): Sheet[] {
  // Workbooks of Excel 97 to 2003 are compound files (MS-CFB 2.2).
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) throw new WorkbookError('old-xls');
  const text = decodeText(bytes);
  if (text === undefined || text.includes('\0')) throw new WorkbookError('not-a-spreadsheet');
  const csv = readCsv(text);
  if (!csv.ok) throw new WorkbookError('damaged');
  const rows = csv.records.map(({ line, fields }) => ({ row: line, cells: fields.map((field) => field.slice(0, maxCellUnits)) }));
  return [{ name: '', rows: rows.filter(({ cells }) => says(cells)) }];
}

function numbered(rows: readonly string[][]): SheetRow[] {
  return rows.map((cells, at) => ({ row: at + 1, cells })).filter(({ cells }) => says(cells));
}

const says = (cells: readonly string[]) => cells.some((cell) => cell.trim() !== '');

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((sign, at) => bytes[at] === sign.charCodeAt(0));
}
