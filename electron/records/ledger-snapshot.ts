import type { RecordsMark } from '../../shared/contract/records.ts';
import { Ledger } from './ledger.ts';
import type { PersonLine } from './ledger-lines.ts';

/** Small files that last, sealed and written by temporary name, sync, rename: the vault's. */
export interface SealedFiles {
  /** Undefined where there is none. Throws where it can't be opened. */
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
}

/** The ledger at an entry, and the row index at a mark; the two may stand apart by what was still waiting to be put. */
export interface LedgerSnapshot {
  readonly ledger: Ledger;
  readonly mark: RecordsMark | null;
  readonly indexBytes: Uint8Array;
}

const fileName = 'ledger-snapshot';
/** Grows when the content changes: an older or newer one is not read, and the ledger is made from the records and the journal. */
const format = 6;
/** Format (4), length of the JSON part (4). */
const headBytes = 8;

const personFields = [
  'id',
  'slot',
  'version',
  'name',
  'pinyin',
  'idKind',
  'idNumber',
  'idKey',
  'birthDate',
  'phone',
  'employer',
  'uscc',
  'registeredOn',
  'redactedOn',
] as const;
const manyFields = ['matterIds', 'cardNumbers', 'paperIds', 'history'] as const;

type Column = unknown[];
type Columns = Record<string, Column>;

/** Writes the snapshot; called at sign-out, on closing, and every few thousand entries. */
export async function saveSnapshot(
  files: SealedFiles,
  ledger: Ledger,
  records: { mark: RecordsMark | null; store: { index: { toBytes(): Uint8Array } } },
) {
  await files.write(fileName, encodeSnapshot({ ledger, mark: records.mark, indexBytes: records.store.index.toBytes() }));
}

/** The last snapshot, or why there is none to go by. Never throws: all that is in it can be made anew. */
export async function loadSnapshot(
  files: SealedFiles,
): Promise<LedgerSnapshot | { readonly missing: 'none' | 'unreadable'; readonly cause?: unknown }> {
  try {
    const bytes = await files.read(fileName);
    return bytes ? decodeSnapshot(bytes) : { missing: 'none' };
  } catch (cause) {
    return { missing: 'unreadable', cause };
  }
}

/** One JSON value of columns, since that is half the size of rows and loads twice as fast, then the index's bytes. */
export function encodeSnapshot({ ledger, mark, indexBytes }: LedgerSnapshot): Uint8Array {
  const json = Buffer.from(
    JSON.stringify({
      seq: ledger.seq,
      newestAt: ledger.newestAt ?? null,
      mark,
      counter: ledger.counter ?? null,
      staff: [...ledger.staff.values()],
      blocks: [...ledger.blocks.entries()],
      days: [...ledger.days.entries()],
      recent: ledger.listRecentIds(),
      batches: ledger.listOpenBatches(),
      people: peopleColumns(ledger.people),
      recognitions: toColumns([...ledger.recognitions.values()]),
      cards: toColumns([...ledger.cards.values()]),
      papers: toColumns([...ledger.papers.values()]),
      approvals: [...ledger.approvals.values()],
      requests: ledger.requests.all(),
    }),
  );
  const head = Buffer.alloc(headBytes);
  head.writeUInt32BE(format, 0);
  head.writeUInt32BE(json.length, 4);
  return Buffer.concat([head, json, indexBytes]);
}

/** Throws for anything that `encodeSnapshot` of this format didn't write. */
export function decodeSnapshot(bytes: Uint8Array): LedgerSnapshot {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (buffer.readUInt32BE(0) !== format) throw new RangeError(`a ledger snapshot of format ${buffer.readUInt32BE(0)}`);
  const jsonEnd = headBytes + buffer.readUInt32BE(4);
  const kept = JSON.parse(buffer.toString('utf8', headBytes, jsonEnd));
  const ledger = new Ledger();
  ledger.seq = kept.seq;
  if (kept.newestAt) ledger.newestAt = kept.newestAt;
  if (kept.counter) ledger.counter = kept.counter;
  for (const member of kept.staff) ledger.staff.set(member.id, member);
  for (const [id, block] of kept.blocks) ledger.blocks.set(id, block);
  for (const id of kept.batches) ledger.openBatches.add(id);
  for (const [date, counts] of kept.days) ledger.days.set(date, counts);
  for (const line of peopleLines(kept.people)) ledger.restorePerson(line);
  for (const line of toLines(kept.papers)) ledger.restorePaper(line as never);
  for (const line of toLines(kept.cards)) ledger.restoreCard(line as never);
  for (const line of toLines(kept.recognitions)) ledger.restoreRecognition(line as never);
  for (const state of kept.approvals) ledger.restoreApproval(state);
  for (const state of kept.requests) ledger.requests.take(state);
  ledger.restoreRecent(kept.recent);
  return { ledger, mark: kept.mark, indexBytes: buffer.subarray(jsonEnd) };
}

function peopleColumns(people: readonly PersonLine[]): Columns {
  const columns: Columns = {};
  for (const field of personFields) columns[field] = people.map((line) => line[field]);
  // Lists of all people end to end, with how many are whose: an array of arrays takes three times as long.
  for (const field of manyFields) {
    columns[field] = people.flatMap((line): (string | number)[] => line[field]);
    columns[`${field}Count`] = people.map((line) => line[field].length);
  }
  return columns;
}

function peopleLines(columns: Columns): PersonLine[] {
  const at = { matterIds: 0, cardNumbers: 0, paperIds: 0, history: 0 };
  const many = (field: (typeof manyFields)[number], row: number): never => {
    const count = columns[`${field}Count`]?.[row] as number;
    at[field] += count;
    return (count === 0 ? [] : columns[field]?.slice(at[field] - count, at[field])) as never;
  };
  return (columns['id'] ?? []).map((_, row) => {
    const one = (field: (typeof personFields)[number]) => columns[field]?.[row] as never;
    return {
      id: one('id'),
      slot: one('slot'),
      version: one('version'),
      name: one('name'),
      pinyin: one('pinyin'),
      idKind: one('idKind'),
      idNumber: one('idNumber'),
      idKey: one('idKey'),
      birthDate: one('birthDate'),
      phone: one('phone'),
      employer: one('employer'),
      uscc: one('uscc'),
      registeredOn: one('registeredOn'),
      redactedOn: one('redactedOn'),
      matterIds: many('matterIds', row),
      cardNumbers: many('cardNumbers', row),
      paperIds: many('paperIds', row),
      history: many('history', row),
    };
  });
}

/** Columns of lines that may lack a field: JSON writes that as null, and no field is ever null itself. */
function toColumns(lines: readonly object[]): Columns {
  const fields = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const columns: Columns = {};
  for (const field of fields) columns[field] = lines.map((line) => (line as Record<string, unknown>)[field] ?? null);
  return columns;
}

function toLines(columns: Columns): Record<string, unknown>[] {
  const fields = Object.entries(columns);
  const count = fields[0]?.[1].length ?? 0;
  return Array.from({ length: count }, (_, row) => {
    const line: Record<string, unknown> = {};
    for (const [field, column] of fields) if (column[row] !== null) line[field] = column[row];
    return line;
  });
}
