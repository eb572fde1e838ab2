import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainStart } from './chain.ts';
import { commit, measureFrame, openFrame, redactFrame, sealFrame } from './frame.ts';
import { headerStem } from './segment-header.ts';
import { segmentKeys } from './segment-keys.ts';

const keys = segmentKeys(new Uint8Array(32).fill(1), headerStem({ log: 'own', suite: 1, epoch: 1 }), new Uint8Array(32).fill(2));
const salt = new Uint8Array(32).fill(3);
const payload = new TextEncoder().encode('talent.registered');

function sealed(): Buffer {
  return sealFrame(keys, { index: 1, seq: 1, floor: 0, previousChain: chainStart('own'), salt, payload }).bytes;
}

test('a frame opens at its place in its segment and nowhere else', () => {
  const frame = sealed();
  expect(measureFrame(frame, 0)).toBe(frame.length);
  expect(openFrame(keys, 1, frame)).toEqual({ salt: Buffer.from(salt), payload: Buffer.from(payload) });
  expect(openFrame(keys, 2, frame)).toBe('seal');
});

test('short entries all have one length, so that the length tells nothing of what they are', () => {
  const lengthOf = (bytes: number) =>
    sealFrame(keys, { index: 1, seq: 1, floor: 0, previousChain: chainStart('own'), salt, payload: new Uint8Array(bytes) }).bytes
      .length;
  expect(new Set([0, 1, 100, 216].map(lengthOf))).toEqual(new Set([372]));
  expect(lengthOf(217)).toBe(628);
});

test("a genuine seal over something that isn't what was committed to is refused", () => {
  const frame = sealed();
  const other = commit(salt, new TextEncoder().encode('card.issued'));
  other.copy(frame, 32);
  const plain = Buffer.alloc(256);
  plain.set(salt);
  plain.writeUInt32BE(payload.length, 36);
  plain.set(payload, 40);
  keys.seal(1, frame.subarray(0, 96), plain).copy(frame, 96);
  expect(openFrame(keys, 1, frame)).toBe('commitment');
  plain.writeUInt32BE(0xffff, 36);
  keys.seal(1, frame.subarray(0, 96), plain).copy(frame, 96);
  expect(openFrame(keys, 1, frame)).toBe('commitment');
});

test('a redaction keeps length, sequence, commitment and chain; zeros or anything else in its place are no redaction', () => {
  const frame = sealed();
  const redacted = redactFrame(keys, frame);
  expect([redacted.length, measureFrame(redacted, 0), redacted[24]]).toEqual([frame.length, frame.length, 1]);
  expect(redacted.subarray(32, 96)).toEqual(frame.subarray(32, 96));
  expect(redacted.includes(frame.subarray(96, 128))).toBe(false);
  expect(openFrame(keys, 1, redacted)).toBeUndefined();
  expect(openFrame(keys, 1, Buffer.from(redacted).fill(0, 96, 128))).toBe('redaction');
  expect(openFrame(keys, 1, Buffer.from(redacted).fill(1, 200, 201))).toBe('redaction');
  expect(openFrame(keys, 1, Buffer.from(frame).fill(1, 24, 25))).toBe('redaction');
});

test('a payload stored in a way that only a later program knows is called newer', () => {
  const frame = sealed();
  const plain = Buffer.alloc(256);
  plain.writeUInt32BE(1, 32);
  keys.seal(1, frame.subarray(0, 96), plain).copy(frame, 96);
  expect(() => openFrame(keys, 1, frame)).toThrow(expect.objectContaining({ code: 'journal-newer' }));
});

test('a commitment is the HMAC that RFC 2104 describes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array({ maxLength: 300 }), (key, bytes) => {
      expect(commit(key, bytes)).toEqual(createHmac('sha256', key).update(bytes).digest());
    }),
  );
});
