import { createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';

/*
 * A second reader, written from docs/journal-format.md alone and sharing nothing with electron/journal: if it reads the golden
 * segments, the document says enough for somebody who has nothing else.
 */

const root = join(import.meta.dirname, '../fixtures/journal/v1');
const expected = JSON.parse(readFileSync(join(root, 'expected.json'), 'utf8'));
const u64 = (bytes: Buffer, at: number) => Number(bytes.readBigUInt64BE(at));
const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const hmac = (key: Uint8Array, ...parts: Uint8Array[]) => createHmac('sha256', key).update(Buffer.concat(parts)).digest();
const ascii = (text: string) => Buffer.from(text, 'ascii');

function readHeader(bytes: Buffer) {
  expect(bytes.toString('hex', 0, 8)).toBe('8954434a0d0a1a0a');
  expect([bytes.readUInt16BE(8), bytes[11]]).toEqual([1, 1]);
  expect(crc32(bytes.subarray(0, 156))).toBe(bytes.readUInt32BE(156));
  const journalKey = Buffer.from(expected.keys[bytes.readUInt32BE(12)], 'hex');
  const info = Buffer.concat([ascii('talent-counter/journal/segment/1\0'), bytes.subarray(0, 16)]);
  const keys = Buffer.from(hkdfSync('sha256', journalKey, bytes.subarray(48, 80), info, 64));
  const markingKey = keys.subarray(32);
  expect(hmac(markingKey, ascii('header\0'), bytes.subarray(0, 124)).equals(bytes.subarray(124, 156))).toBe(true);
  return {
    sealingKey: keys.subarray(0, 32),
    markingKey,
    previous: u64(bytes, 32),
    previousEnd: u64(bytes, 40),
    firstSeq: u64(bytes, 24),
    chain: bytes.subarray(80, 112),
  };
}

function readFrame(segment: ReturnType<typeof readHeader>, frame: Buffer, { seq, chain }: { seq: number; chain: Buffer }) {
  expect(frame.toString('ascii', 0, 4)).toBe('TCJF');
  expect(u64(frame, 8)).toBe(seq);
  expect(crc32(frame.subarray(0, -4))).toBe(frame.readUInt32BE(frame.length - 4));
  const commitment = frame.subarray(32, 64);
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(seq));
  const next = sha256(ascii('talent-counter/journal/chain/1\0'), chain, number, commitment);
  expect(next.equals(frame.subarray(64, 96))).toBe(true);
  const clear = { seq, commitment: commitment.toString('hex'), chain: next.toString('hex') };
  if (frame[24] === 1) {
    expect(hmac(segment.markingKey, ascii('redacted\0'), frame.subarray(0, 96)).equals(frame.subarray(96, 128))).toBe(true);
    return { redacted: true, ...clear };
  }
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(seq - segment.firstSeq + 1), 4);
  const decipher = createDecipheriv('aes-256-gcm', segment.sealingKey, nonce).setAAD(frame.subarray(0, 96));
  decipher.setAuthTag(frame.subarray(-20, -4));
  const plain = Buffer.concat([decipher.update(frame.subarray(96, -20)), decipher.final()]);
  expect(plain.readUInt32BE(32)).toBe(0);
  const salt = plain.subarray(0, 32);
  const payload = plain.subarray(40, 40 + plain.readUInt32BE(36));
  expect(hmac(salt, payload).equals(commitment)).toBe(true);
  return { payload: payload.toString('hex'), salt: salt.toString('hex'), ...clear };
}

function readLog(folder: string, log: 'own' | 'received') {
  const byOrdinal = new Map(readdirSync(folder).map((name) => [Number(name.slice(17, 27)), readFileSync(join(folder, name))]));
  const path: { bytes: Buffer; end: number }[] = [];
  let ordinal = Math.max(...byOrdinal.keys());
  let end: number | undefined;
  while (ordinal > 0) {
    const bytes = byOrdinal.get(ordinal) as Buffer;
    const header = readHeader(bytes);
    path.unshift({ bytes, end: end ?? bytes.length });
    ordinal = header.previous;
    end = header.previousEnd;
  }
  const entries: unknown[] = [];
  let chain = sha256(ascii('talent-counter/journal/start/1\0'), Uint8Array.of(log === 'own' ? 1 : 2));
  for (const { bytes, end: stop } of path) {
    const segment = readHeader(bytes);
    expect([segment.firstSeq, segment.chain.toString('hex')]).toEqual([entries.length + 1, chain.toString('hex')]);
    for (let at = 160; at < stop; ) {
      const frame = bytes.subarray(at, at + bytes.readUInt32BE(at + 4));
      const entry = readFrame(segment, frame, { seq: entries.length + 1, chain });
      entries.push(entry);
      chain = Buffer.from(entry.chain, 'hex');
      at += frame.length;
    }
  }
  return entries;
}

test.each(Object.keys(expected.scenarios))('a reader written from the document alone reads the golden segments "%s"', (name) => {
  const { log, entries } = expected.scenarios[name];
  expect(readLog(join(root, name, log), log)).toEqual(entries);
});
