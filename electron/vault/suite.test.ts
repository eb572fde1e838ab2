import { createHash, generateKeyPairSync, getCiphers, getHashes, hkdfSync, scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { boxKeys, derive, mac, openBox, seal, sealBox, stretch, suiteAlgorithms, unseal } from './suite.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const text = (value: string) => new TextEncoder().encode(value);

test('every algorithm of suite 1 is in the OpenSSL or BoringSSL that this program runs on', () => {
  const has: Record<(typeof suiteAlgorithms)[number], () => unknown> = {
    'aes-256-gcm': () => getCiphers().includes('aes-256-gcm'),
    'hkdf-sha256': () => hkdfSync('sha256', 'key', '', '', 32),
    'hmac-sha256': () => getHashes().includes('sha256'),
    sha256: () => createHash('sha256').digest().length === 32,
    scrypt: () => scryptSync('pin', 'salt', 32, { N: 2, r: 1, p: 1 }),
    ed25519: () => generateKeyPairSync('ed25519'),
    x25519: () => generateKeyPairSync('x25519'),
  };
  for (const name of suiteAlgorithms) expect(has[name](), name).toBeTruthy();
});

test('the suite computes what the standards’ own examples say', async () => {
  // RFC 7914 §12, third vector (its first 32 bytes); RFC 4231 case 2; RFC 5869 A.3 (no salt, no info); RFC 7748 §6.1.
  expect(Buffer.from(await stretch('pleaseletmein', text('SodiumChloride'), { N: 16384, r: 8, p: 1 })).toString('hex')).toBe(
    '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2',
  );
  expect(mac(text('Jefe'), 'what do ya want for nothing?').toString('hex')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
  expect(Buffer.from(derive(new Uint8Array(22).fill(0x0b), '')).toString('hex')).toBe(
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d',
  );
  const alice = boxKeys(hex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a'));
  expect(Buffer.from(alice.publicKey).toString('hex')).toBe('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a');
});

test('a seal opens with its key and its additional data, and with nothing else', () => {
  const key = new Uint8Array(32).fill(1);
  const sealed = seal(key, text('人才'), text('for'));
  expect(unseal(key, sealed, text('for'))?.toString()).toBe('人才');
  expect(unseal(new Uint8Array(32).fill(2), sealed, text('for'))).toBeUndefined();
  expect(unseal(key, sealed, text('not for'))).toBeUndefined();
  for (let i = 0; i < sealed.length; i++) {
    expect(
      unseal(
        key,
        sealed.map((byte, at) => (at === i ? byte ^ 1 : byte)),
        text('for'),
      ),
    ).toBeUndefined();
    expect(unseal(key, sealed.subarray(0, i), text('for'))).toBeUndefined();
  }
  expect(seal(key, text('人才'), text('for'))).not.toEqual(sealed);
});

test('a box opens for whom it was made, and says what for', () => {
  const [mine, other] = [boxKeys(), boxKeys()];
  const purpose = { label: 'test', additional: text('vault 1') };
  const box = sealBox(mine.publicKey, text('data key'), purpose);
  expect(openBox(mine, box, purpose)?.toString()).toBe('data key');
  expect(openBox(other, box, purpose)).toBeUndefined();
  expect(openBox({ ...mine, publicKey: other.publicKey }, box, purpose)).toBeUndefined();
  expect(openBox(mine, box, { ...purpose, label: 'other' })).toBeUndefined();
  expect(openBox(mine, box, { ...purpose, additional: text('vault 2') })).toBeUndefined();
  expect(openBox(mine, box.subarray(0, 31), purpose)).toBeUndefined();
  for (let i = 0; i < box.length; i++) {
    const changed = box.map((byte, at) => (at === i ? byte ^ 1 : byte));
    // The highest bit of a point is not part of it (RFC 7748 §5), but it is part of the salt.
    expect(openBox(mine, changed, purpose)).toBeUndefined();
  }
  expect(openBox(mine, Buffer.concat([new Uint8Array(32), box.subarray(32)]), purpose)).toBeUndefined();
});
