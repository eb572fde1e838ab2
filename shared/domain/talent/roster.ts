import { decodeText } from '../../standards/decode-text.ts';
import { readCsv } from '../../standards/rfc-4180.ts';
import type { PlainDate } from '../plain-date.ts';
import { type RosterRow, readRosterRow, requiredColumns } from './roster-row.ts';

export type RosterCode =
  | 'roster-too-large'
  | 'roster-encoding'
  | 'roster-quotes'
  | 'roster-empty'
  | 'roster-column-missing'
  | 'roster-column-twice';
export type RosterReading =
  | { ok: true; rows: readonly RosterRow[] }
  | { ok: false; code: RosterCode; columns?: readonly string[]; line?: number };

const maxBytes = 8 * 1024 * 1024;

/**
 * Reads a roster: CSV (RFC 4180) in UTF-8, with or without a byte order mark, or in GB 18030 as Excel on a Chinese Windows saves it;
 * its columns are known by the header's names in any order.
 * A file that is none is refused whole; a faulty row is named and hinders no other. The second row with one ID number, and any
 * further one, has the problem `duplicate-in-file`. `today` bounds birth dates.
 */
export function readRoster(bytes: Uint8Array, today: PlainDate): RosterReading {
  if (bytes.length > maxBytes) return { ok: false, code: 'roster-too-large' };
  const text = decodeText(bytes);
  if (text === undefined) return { ok: false, code: 'roster-encoding' };
  const csv = readCsv(text);
  if (!csv.ok) return { ok: false, code: 'roster-quotes', line: csv.line };
  const [header, ...records] = csv.records;
  if (!header || records.length === 0) return { ok: false, code: 'roster-empty' };
  const columns = header.fields.map((name) => name.trim());
  const missing = requiredColumns.filter((name) => !columns.includes(name));
  if (missing.length > 0) return { ok: false, code: 'roster-column-missing', columns: missing };
  const twice = columns.filter((name, i) => name !== '' && columns.indexOf(name) !== i);
  if (twice.length > 0) return { ok: false, code: 'roster-column-twice', columns: twice };
  return { ok: true, rows: withoutDuplicates(records.map((record) => readRosterRow(columns, record, today))) };
}

function withoutDuplicates(rows: readonly RosterRow[]): RosterRow[] {
  const firstLine = new Map<string, number>();
  return rows.map((row) => {
    const first = firstLine.get(row.idNumber);
    if (row.idNumber !== '' && first === undefined) firstLine.set(row.idNumber, row.line);
    if (first === undefined) return row;
    const { facts: _, ...rest } = row;
    return { ...rest, problems: [...row.problems, { path: 'document.number', code: 'duplicate-in-file', value: String(first) }] };
  });
}
