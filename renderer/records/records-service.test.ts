import { call, ORPCError } from '@orpc/server';
import { IDBDatabase, IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordsMark, RowMeta } from '../../shared/contract/records.ts';
import type { IndexedDb } from './records-database.ts';
import { recordsService } from './records-service.ts';

const mark = (ownSeq: number, digest = `d${ownSeq}`): RecordsMark => ({ ownSeq, receivedSeq: 0, count: ownSeq, digest });

function rowsOf(...keys: string[]): { rows: RowMeta[]; bodies: Blob } {
  const bodies = keys.map((key) => new TextEncoder().encode(`sealed ${key}`));
  const rows = keys.map((key, at) => ({
    key,
    version: 1,
    ownSeq: 1,
    receivedSeq: 0,
    commitment: `c-${key}`,
    tags: [`tag-${key}`, 'tag-all'],
    bytes: bodies[at]?.length ?? 0,
  }));
  return { rows, bodies: new Blob(bodies) };
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ORPCError)) throw new Error(`not a typed error: ${String(error)}`);
  return error.code;
}

describe('the records page', () => {
  let indexedDb: IndexedDb;
  let page: ReturnType<typeof recordsService>;
  beforeEach(() => {
    indexedDb = { factory: new IDBFactory(), keyRange: IDBKeyRange as unknown as IndexedDb['keyRange'] };
    page = recordsService(indexedDb);
  });
  afterEach(() => vi.restoreAllMocks());

  it('an empty database has no mark and lost nothing', async () => {
    expect(await call(page.open, undefined)).toEqual({ mark: null, dataLoss: false });
  });

  it('rows and their mark are there for the next page on the same database', async () => {
    await call(page.put, { ...rowsOf('a', 'b'), from: null, mark: mark(1) });
    const next = recordsService(indexedDb);
    expect((await call(next.open, undefined)).mark).toEqual(mark(1));
    const found = await call(next.get, { keys: ['b', 'missing', 'a'] });
    expect(found.rows.map(({ key, bytes }) => [key, bytes])).toEqual([
      ['b', 8],
      ['a', 8],
    ]);
    expect(await found.bodies.text()).toBe('sealed bsealed a');
  });

  it('the same put again changes nothing', async () => {
    const put = { ...rowsOf('a'), from: null, mark: mark(1) };
    await call(page.put, put);
    const changed = { ...rowsOf('a', 'b'), from: null, mark: mark(1) };
    await call(page.put, changed);
    expect((await call(page.scan, { after: '', limit: 10, bodies: false })).rows.map(({ key }) => key)).toEqual(['a']);
  });

  it('a put on another mark is refused, changes nothing and names the mark', async () => {
    await call(page.put, { ...rowsOf('a'), from: null, mark: mark(1) });
    for (const from of [null, mark(2), mark(1, 'other')]) {
      const put = call(page.put, { ...rowsOf('b'), from, mark: mark(3) });
      await expect(put).rejects.toMatchObject({ code: 'mark-moved', data: { mark: mark(1) } });
    }
    expect((await call(page.get, { keys: ['b'] })).rows).toEqual([]);
  });

  it('a transaction that fails half-way leaves neither rows nor mark', async () => {
    await call(page.put, { ...rowsOf('a'), from: null, mark: mark(1) });
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'marks') throw new DOMException('no space left', 'QuotaExceededError');
      return put.apply(this, args);
    });
    expect(await codeOf(call(page.put, { ...rowsOf('b'), from: mark(1), mark: mark(2) }))).toBe('storage-full');
    vi.restoreAllMocks();
    expect((await call(page.open, undefined)).mark).toEqual(mark(1));
    expect((await call(page.get, { keys: ['b'] })).rows).toEqual([]);
  });

  it('every write asks for strict durability', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await call(page.put, { ...rowsOf('a'), from: null, mark: mark(1) });
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.length).toBeGreaterThan(0);
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
  });

  it('bodies that do not add up are refused', async () => {
    const { rows } = rowsOf('a', 'b');
    expect(await codeOf(call(page.put, { rows, bodies: new Blob(['short']), from: null, mark: mark(1) }))).toBe('bodies-differ');
    const empty = rows.map((row) => ({ ...row, bytes: 0 }));
    expect(await codeOf(call(page.put, { rows: empty, bodies: new Blob([]), from: null, mark: mark(1) }))).toBe('bodies-differ');
    expect((await call(page.open, undefined)).mark).toBeNull();
  });

  it('unknown keys and junk are refused as bad requests', async () => {
    const good = { ...rowsOf('a'), from: null, mark: mark(1) };
    const [row] = good.rows;
    const junk: unknown[] = [
      undefined,
      'text',
      [],
      { ...good, extra: 1 },
      { ...good, rows: [{ ...row, name: '张三' }] },
      { ...good, rows: [{ ...row, version: 0 }] },
      { ...good, rows: [{ ...row, key: 'x'.repeat(65) }] },
      { ...good, bodies: 'text' },
      JSON.parse('{"__proto__": {"rows": []}}'),
    ];
    for (const input of junk) expect(await codeOf(call(page.put, input as typeof good))).toBe('BAD_REQUEST');
    expect(await codeOf(call(page.scan, { after: '', limit: 1_000_000, bodies: true }))).toBe('BAD_REQUEST');
  });

  it('tags find their rows and no others', async () => {
    await call(page.put, { ...rowsOf('a', 'b', 'c'), from: null, mark: mark(1) });
    expect((await call(page.findByTag, { tag: 'tag-b', limit: 10 })).rows.map(({ key }) => key)).toEqual(['b']);
    expect((await call(page.findByTag, { tag: 'tag-all', limit: 2 })).rows).toHaveLength(2);
    expect((await call(page.findByTag, { tag: 'none', limit: 2 })).rows).toEqual([]);
  });

  it('a scan goes through all rows in key order', async () => {
    await call(page.put, { ...rowsOf('d', 'a', 'c', 'b'), from: null, mark: mark(1) });
    const first = await call(page.scan, { after: '', limit: 3, bodies: false });
    expect(first.rows.map(({ key, bytes }) => [key, bytes])).toEqual([
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ]);
    expect(first.bodies.size).toBe(0);
    const rest = await call(page.scan, { after: 'c', limit: 3, bodies: true });
    expect(await rest.bodies.text()).toBe('sealed d');
  });

  it('a row is mended only on the mark it belongs to', async () => {
    await call(page.put, { ...rowsOf('a'), from: null, mark: mark(1) });
    const { rows } = rowsOf('a');
    const mended = { rows, bodies: new Blob(['mended a']), mark: mark(1) };
    await call(page.mend, mended);
    expect(await (await call(page.get, { keys: ['a'] })).bodies.text()).toBe('mended a');
    expect(await codeOf(call(page.mend, { ...mended, mark: mark(2) }))).toBe('mark-moved');
  });

  it('clear leaves an empty database that takes rows again', async () => {
    await call(page.put, { ...rowsOf('a'), from: null, mark: mark(1) });
    await call(page.clear, undefined);
    expect((await call(page.open, undefined)).mark).toBeNull();
    await call(page.put, { ...rowsOf('b'), from: null, mark: mark(7) });
    expect((await call(page.scan, { after: '', limit: 9, bodies: false })).rows.map(({ key }) => key)).toEqual(['b']);
  });

  it('data that the browser threw away is reported', async () => {
    const open = indexedDb.factory.open.bind(indexedDb.factory);
    indexedDb.factory.open = (name, version) => {
      const request = open(name, version);
      const listen = request.addEventListener.bind(request);
      request.addEventListener = ((type: string, listener: (event: Event) => void) =>
        listen(type, (event) => {
          Object.defineProperty(event, 'dataLoss', { value: 'total' });
          listener(event);
        })) as typeof request.addEventListener;
      return request;
    };
    expect(await call(recordsService(indexedDb).open, undefined)).toEqual({ mark: null, dataLoss: true });
  });

  it('a database that will not open is a typed error, and clear mends it', async () => {
    const open = indexedDb.factory.open.bind(indexedDb.factory);
    let broken = true;
    indexedDb.factory.open = (name, version) => {
      if (broken) throw new DOMException('Internal error opening backing store', 'UnknownError');
      return open(name, version);
    };
    const next = recordsService(indexedDb);
    await expect(call(next.open, undefined)).rejects.toMatchObject({ code: 'database-failed', data: { name: 'UnknownError' } });
    broken = false;
    await call(next.clear, undefined);
    expect((await call(next.open, undefined)).mark).toBeNull();
  });
});
