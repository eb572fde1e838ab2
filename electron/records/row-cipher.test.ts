import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row } from '../../shared/domain/entry.ts';
import { RowDamagedError } from './records-error.ts';
import { RowCipher, type SealedRow } from './row-cipher.ts';

const keys = { records: new Uint8Array(32).fill(1), tags: new Uint8Array(32).fill(2) };
const cipher = new RowCipher(keys, 1);

const person = {
  kind: 'person',
  id: 'p-1',
  state: { id: 'p-1', version: 3, identity: { name: '斯琴高娃' }, document: { number: '15012319900101001X' } },
} as unknown as Row;
const card = { kind: 'card', id: '260000000017', state: { number: '260000000017', version: 3, token: 'T' } } as unknown as Row;

const reasonOf = (sealed: SealedRow, by = cipher) => {
  try {
    by.open(sealed);
    return 'opened';
  } catch (error) {
    if (!(error instanceof RowDamagedError)) throw error;
    return error.message;
  }
};

test('a row comes back as it was sealed', () => {
  expect(cipher.open(cipher.seal(person))).toEqual(person);
  expect(cipher.open(cipher.seal(card))).toEqual(card);
});

test('nothing that the page gets says a word of the row', () => {
  const { key, tags, commitment, body } = cipher.seal(person);
  const shown = Buffer.concat([Buffer.from(key + tags.join() + commitment), body]).toString('latin1');
  for (const word of ['person', 'p-1', '15012319900101001X', Buffer.from('斯琴高娃').toString('latin1')])
    expect(shown).not.toContain(word);
});

test('the same row sealed twice has the same key, tags and commitment, and never the same bytes', () => {
  const [one, other] = [cipher.seal(person), cipher.seal(person)];
  expect({ ...one, body: null }).toEqual({ ...other, body: null });
  expect(Buffer.from(one.body).equals(other.body)).toBe(false);
});

test('a flipped bit anywhere in the bytes is damage', () => {
  const sealed = cipher.seal(person);
  fc.assert(
    fc.property(fc.nat(sealed.body.length * 8 - 1), (bit) => {
      const body = sealed.body.slice();
      body[bit >> 3] = (body[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(reasonOf({ ...sealed, body })).not.toBe('opened');
    }),
    { numRuns: 500 },
  );
});

test('a row under another key, version or commitment is damage', () => {
  const [sealed, other] = [cipher.seal(person), cipher.seal(card)];
  expect(reasonOf({ ...sealed, key: other.key })).toContain('seal');
  expect(reasonOf({ ...sealed, version: 2 })).toContain('seal');
  expect(reasonOf({ ...sealed, commitment: other.commitment })).toContain('commitment');
  expect(reasonOf({ ...sealed, commitment: '' })).toContain('commitment');
  expect(reasonOf({ ...sealed, body: other.body })).toContain('seal');
  expect(reasonOf({ ...sealed, body: sealed.body.slice(0, 20) })).toContain('too short');
  expect(reasonOf({ ...sealed, body: new Uint8Array() })).toContain('too short');
});

test('a row of another key or key epoch does not open', () => {
  const sealed = cipher.seal(person);
  expect(reasonOf(sealed, new RowCipher(keys, 2))).toContain('epoch 1');
  expect(reasonOf(sealed, new RowCipher({ ...keys, records: keys.tags }, 1))).toContain('seal');
});

test('tags tell fields apart, and are worth nothing without their key', () => {
  const number = '260000000017';
  const other = new RowCipher({ ...keys, tags: keys.records }, 1);
  expect(cipher.seal(card).tags).toEqual([cipher.tagOf('card-number', number)]);
  expect(cipher.tagOf('card-number', number)).not.toBe(cipher.tagOf('id-number', number));
  expect(other.tagOf('card-number', number)).not.toBe(cipher.tagOf('card-number', number));
  expect(Buffer.from(cipher.tagOf('card-number', number), 'base64url')).toHaveLength(16);
});

test('a damage report holds nothing of the row', () => {
  const sealed = cipher.seal(person);
  const error = (() => {
    try {
      return cipher.open({ ...sealed, version: 9 });
    } catch (caught) {
      return caught;
    }
  })();
  expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/斯琴|15012319900101001X|p-1/);
});
