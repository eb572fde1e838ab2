import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StaffId } from '../../shared/domain/ids.ts';
import { decodeVaultFile, encodeVaultFile, openVaultBody, type VaultBody, type VaultHead } from './vault-file.ts';

const bytes = (length: number, fill: number) => new Uint8Array(length).fill(fill);
const dataKey = bytes(32, 1);
const head: VaultHead = {
  vaultId: bytes(16, 2),
  mode: 'office',
  generation: 3,
  epoch: 1,
  factorCheck: bytes(16, 3),
  factors: [{ kind: 'stick', sealed: bytes(48, 4), serial: 'a later program’s' }],
  members: [
    {
      tag: bytes(16, 5),
      salt: bytes(32, 6),
      cost: { N: 16, r: 1, p: 1 },
      publicKey: bytes(32, 7),
      privateKey: bytes(60, 8),
      dataKey: bytes(92, 9),
      later: { a: [1] },
    },
  ],
  recovery: { publicKey: bytes(32, 10), dataKey: bytes(92, 11), sheet: 2 },
  laterStill: true,
};
const body: VaultBody = {
  dataKeys: [{ epoch: 1, key: dataKey, retired: false }],
  members: [
    { tag: bytes(16, 5), staffId: '019a0000-0000-7000-8000-000000000001' as StaffId, staffNumber: 'WM1001', since: '2026' },
  ],
  extra: null,
};

test('head and body come back as they were written, with all that this program doesn’t know', () => {
  const file = decodeVaultFile('vault', encodeVaultFile(head, body, dataKey));
  expect(file.head).toEqual(head);
  expect(openVaultBody(file, dataKey)).toEqual(body);
  expect(openVaultBody(file, bytes(32, 2))).toBeUndefined();
});

test('the body doesn’t open under another head', () => {
  const one = Buffer.from(encodeVaultFile(head, body, dataKey));
  const other = Buffer.from(encodeVaultFile({ ...head, generation: 4 }, body, dataKey));
  const bodyAt = 10 + one.readUInt32BE(6);
  const mixed = { head, bytes: Buffer.concat([one.subarray(0, bodyAt), other.subarray(bodyAt)]) };
  expect(openVaultBody(mixed, dataKey)).toBeUndefined();
});

test('bytes of any kind are a vault or a typed error', () => {
  const whole = encodeVaultFile(head, body, dataKey);
  const junk = fc.oneof(
    fc.uint8Array({ maxLength: 2_000 }),
    fc
      .tuple(fc.nat(whole.length), fc.nat(whole.length), fc.uint8Array({ maxLength: 20 }))
      .map(([from, to, put]) => Buffer.concat([whole.subarray(0, from), put, whole.subarray(to)])),
  );
  fc.assert(
    fc.property(junk, (file) => {
      fc.pre(!whole.equals(file));
      expect(() => decodeVaultFile('vault', file)).toThrowError(
        expect.objectContaining({ code: 'vault-damaged', file: 'vault' }),
      );
    }),
    { numRuns: 1_000 },
  );
});
