import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowIndex } from './row-index.ts';

const recordsKey = new Uint8Array(32).fill(1);
const hash = (text: string) => createHash('sha256').update(text).digest('base64url');
const meta = (name: string, version: number) => ({ key: hash(name), version, commitment: hash(`${name}/${version}`) });
const reach = { ownSeq: 7, receivedSeq: 0 };

test('whatever is set and removed, the index is the same as one made of what is left', () => {
  const change = fc.record({ name: fc.integer({ min: 0, max: 40 }).map(String), version: fc.integer({ min: 0, max: 4 }) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 200 }), (changes) => {
      const index = new RowIndex(recordsKey);
      const model = new Map<string, number>();
      for (const { name, version } of changes) {
        if (version === 0) index.remove(hash(name));
        else index.set(meta(name, version));
        if (version === 0) model.delete(name);
        else model.set(name, version);
      }
      const fresh = new RowIndex(recordsKey);
      for (const [name, version] of model) fresh.set(meta(name, version));
      expect(index.count).toBe(model.size);
      expect(index.markAt(reach)).toEqual(fresh.markAt(reach));
      for (let name = 0; name <= 40; name++) {
        expect(index.versionOf(hash(String(name)))).toBe(model.get(String(name)) ?? 0);
      }
    }),
  );
});

test('thousands of rows find their places, and come through bytes', () => {
  const index = new RowIndex(recordsKey);
  for (let name = 0; name < 5_000; name++) index.set(meta(String(name), 1 + (name % 3)));
  const loaded = new RowIndex(recordsKey);
  loaded.load(index.toBytes());
  expect(loaded.markAt(reach)).toEqual(index.markAt(reach));
  expect(loaded.count).toBe(5_000);
  for (let name = 0; name < 5_000; name++) expect(loaded.holds(meta(String(name), 1 + (name % 3)))).toBe(true);
  expect(loaded.holds(meta('17', 1))).toBe(false);
  expect(() => loaded.load(new Uint8Array(35))).toThrow(RangeError);
});

test('the mark foretold for changes is the mark once they are set', () => {
  const index = new RowIndex(recordsKey);
  for (const name of ['a', 'b', 'c']) index.set(meta(name, 1));
  const changes = [meta('b', 2), meta('d', 1)];
  const foretold = index.markAt(reach, changes);
  for (const change of changes) index.set(change);
  expect(index.markAt(reach)).toEqual(foretold);
  expect(foretold.count).toBe(4);
});

test('a mark tells rows, count and reach apart, and one that was not made here', () => {
  const index = new RowIndex(recordsKey);
  const empty = index.markAt(reach);
  index.set(meta('a', 1));
  const mark = index.markAt(reach);
  expect(new Set([empty.digest, mark.digest, index.markAt({ ...reach, ownSeq: 8 }).digest]).size).toBe(3);
  expect(index.madeHere(mark)).toBe(true);
  // Any index of the same key vouches for it: it says that the mark was made here, not that its rows are these.
  expect(new RowIndex(recordsKey).madeHere(mark)).toBe(true);
  for (const forged of [{ ownSeq: 8 }, { receivedSeq: 1 }, { count: 2 }, { digest: '' }, { digest: empty.digest }]) {
    expect(index.madeHere({ ...mark, ...forged })).toBe(false);
  }
  expect(new RowIndex(new Uint8Array(32).fill(2)).madeHere(mark)).toBe(false);
});

test('a row of another commitment at the same version is another row', () => {
  const [index, other] = [new RowIndex(recordsKey), new RowIndex(recordsKey)];
  index.set(meta('a', 1));
  other.set({ ...meta('a', 1), commitment: hash('something else') });
  expect(index.markAt(reach).digest).not.toBe(other.markAt(reach).digest);
  expect(index.holds({ ...meta('a', 1), commitment: hash('something else') })).toBe(false);
});
