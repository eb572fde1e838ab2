import { createHash, randomBytes } from 'node:crypto';
import { type BoxKeys, boxKeys, derive } from './suite.ts';
import { VaultError } from './vault-error.ts';

/** Crockford's: no I, L, O and U, so that what was printed is read as it was meant. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const seedBytes = 16;
const checkBytes = 4;

/** A key pair of 128 random bits, and these as eight groups of four letters and digits to print; the last 32 bits check the rest. */
export function newRecoveryKey(): { printed: string; keys: BoxKeys } {
  const seed = randomBytes(seedBytes);
  const all = Buffer.concat([seed, checkOf(seed)]);
  let bits = '';
  for (const byte of all) bits += byte.toString(2).padStart(8, '0');
  const text = (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('');
  return { printed: (text.match(/.{4}/g) ?? []).join('-'), keys: keysOf(seed) };
}

/** The pair of a recovery key as somebody typed it off the sheet. Throws a VaultError: `recovery-key-mistyped`. */
export function readRecoveryKey(typed: string): BoxKeys {
  const text = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const mistyped = new VaultError('recovery-key-mistyped', 'The recovery key was not typed as it was printed');
  const expected = ((seedBytes + checkBytes) * 8) / 5;
  if (text.length !== expected || [...text].some((letter) => !letters.includes(letter))) throw mistyped;
  const bits = Array.from(text, (letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const all = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const seed = all.subarray(0, seedBytes);
  if (!checkOf(seed).equals(all.subarray(seedBytes))) throw mistyped;
  return keysOf(seed);
}

function keysOf(seed: Uint8Array): BoxKeys {
  return boxKeys(derive(seed, 'talent-counter/vault/1/recovery'));
}

function checkOf(seed: Uint8Array): Buffer {
  return createHash('sha256').update('talent-counter/vault/1/recovery-check').update(seed).digest().subarray(0, checkBytes);
}
