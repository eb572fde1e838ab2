import { implement, ORPCError } from '@orpc/server';
import { type RecordsMark, type RowMeta, recordsContract } from '../../shared/contract/records.ts';
import { type IndexedDb, RecordsDatabase, type StoredRow } from './records-database.ts';
import { storageFailure } from './storage-failure.ts';

/** The database of now: after a `clear` it is another one. */
interface Place {
  db: RecordsDatabase;
}

const base = implement(recordsContract).use(async ({ next }) => {
  try {
    return await next();
  } catch (error) {
    if (error instanceof ORPCError) throw error;
    const { code, data } = storageFailure(error);
    throw new ORPCError(code, { defined: true, status: code === 'storage-full' ? 507 : 500, data });
  }
});

/** The calls of the records contract over Dexie. Holds no key and knows no kind: rows are opaque. */
export function recordsService(indexedDb: IndexedDb) {
  const place: Place = { db: new RecordsDatabase(indexedDb) };
  return base.router({
    open: base.open.handler(async () => {
      if (!place.db.isOpen()) await place.db.open();
      return { mark: await place.db.readMark(), dataLoss: place.db.dataLoss };
    }),
    ...writingCalls(place),
    ...readingCalls(place),
    clear: base.clear.handler(async () => {
      // Deleting works where opening doesn't, and gives the disk space back.
      await place.db.delete();
      place.db = new RecordsDatabase(indexedDb);
      await place.db.open();
      return {};
    }),
  });
}

function writingCalls(place: Place) {
  return {
    put: base.put.handler(async ({ input: { rows, bodies, from, mark }, errors }) => {
      const stored = await joinBodies(rows, bodies);
      if (!stored) throw errors['bodies-differ']();
      const { db } = place;
      const other = await onMark(db, { from, done: mark }, async () => {
        await db.rows.bulkPut(stored);
        await db.writeMark(mark);
      });
      if (other !== undefined) throw errors['mark-moved']({ data: { mark: other } });
      return {};
    }),

    mend: base.mend.handler(async ({ input: { rows, bodies, mark }, errors }) => {
      const stored = await joinBodies(rows, bodies);
      if (!stored) throw errors['bodies-differ']();
      const { db } = place;
      const other = await onMark(db, { from: mark, done: null }, () => db.rows.bulkPut(stored));
      if (other !== undefined) throw errors['mark-moved']({ data: { mark: other } });
      return {};
    }),
  };
}

function readingCalls(place: Place) {
  return {
    get: base.get.handler(async ({ input: { keys } }) => {
      const found = await place.db.rows.bulkGet(keys);
      return split(
        found.filter((row) => row !== undefined),
        true,
      );
    }),

    findByTag: base.findByTag.handler(async ({ input: { tag, limit } }) =>
      split(await place.db.rows.where('tags').equals(tag).limit(limit).toArray(), true),
    ),

    scan: base.scan.handler(async ({ input: { after, limit, bodies } }) =>
      split(await place.db.rows.where('key').above(after).limit(limit).toArray(), bodies),
    ),
  };
}

/**
 * Runs `write` in one transaction with the check of the mark; Dexie gives it strict durability. Undefined when it was written or had been
 * before (the mark is `done` already), else the mark that was found instead of `from`.
 */
function onMark(
  db: RecordsDatabase,
  { from, done }: { from: RecordsMark | null; done: RecordsMark | null },
  write: () => Promise<unknown>,
): Promise<RecordsMark | null | undefined> {
  return db.transaction('rw', db.rows, db.marks, async () => {
    const now = await db.readMark();
    if (done && sameMark(now, done)) return undefined;
    if (!sameMark(now, from)) return now;
    await write();
    return undefined;
  });
}

function sameMark(a: RecordsMark | null, b: RecordsMark | null): boolean {
  if (!a || !b) return a === b;
  return a.ownSeq === b.ownSeq && a.receivedSeq === b.receivedSeq && a.count === b.count && a.digest === b.digest;
}

/** Each row with its own copy of its bytes, or undefined where the blob's length is not the sum of theirs. */
async function joinBodies(rows: readonly RowMeta[], bodies: Blob): Promise<StoredRow[] | undefined> {
  const sum = rows.reduce((total, { bytes }) => total + bytes, 0);
  if (sum !== bodies.size || rows.some(({ bytes }) => bytes === 0)) return undefined;
  const buffer = await bodies.arrayBuffer();
  let at = 0;
  return rows.map(({ bytes, ...meta }) => {
    // A copy, not a view: storing a view would store the whole buffer under each row.
    const body = new Uint8Array(buffer.slice(at, at + bytes));
    at += bytes;
    return { ...meta, body };
  });
}

function split(stored: readonly StoredRow[], withBodies: boolean): { rows: RowMeta[]; bodies: Blob } {
  const rows = stored.map(({ body, ...meta }) => ({ ...meta, bytes: withBodies ? body.length : 0 }));
  return { rows, bodies: new Blob(withBodies ? stored.map(({ body }) => body) : []) };
}
