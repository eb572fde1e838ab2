import { hash } from 'node:crypto';
import type { LogName } from './journal-error.ts';

export const hashBytes = 32;
const linkTag = Buffer.from('talent-counter/journal/chain/1\0', 'latin1');
const startTag = Buffer.from('talent-counter/journal/start/1\0', 'latin1');
const headTag = Buffer.from('talent-counter/journal/head/1\0', 'latin1');

export const logByte: Readonly<Record<LogName, number>> = { own: 1, received: 2 };

/** Chain hash before the first entry. */
export function chainStart(log: LogName): Buffer {
  return sha256(Buffer.concat([startTag, Uint8Array.of(logByte[log])]));
}

// One buffer for all links: a replay makes a hundred thousand of them, and nothing here awaits.
const link = Buffer.alloc(linkTag.length + hashBytes + 8 + hashBytes);
linkTag.copy(link);

/** chain_n = SHA-256(tag ‖ chain_(n−1) ‖ n ‖ commitment_n). */
export function nextChain(previous: Uint8Array, seq: number, commitment: Uint8Array): Buffer {
  link.set(previous, linkTag.length);
  writeUint64(link, seq, linkTag.length + hashBytes);
  link.set(commitment, linkTag.length + hashBytes + 8);
  return sha256(link);
}

/** The bytes that a device key signs when a head is anchored (at push, day-end and backup). */
export function headStatement(head: { log: LogName; seq: number; chain: Uint8Array }): Uint8Array {
  const statement = Buffer.alloc(headTag.length + 1 + 8 + hashBytes);
  headTag.copy(statement);
  statement.writeUInt8(logByte[head.log], headTag.length);
  writeUint64(statement, head.seq, headTag.length + 1);
  statement.set(head.chain, headTag.length + 9);
  return statement;
}

function sha256(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}

/** Sequences are 64 bits on disk and at most 2^53 − 1 here; as two halves this is ten times faster than a BigInt. */
export function writeUint64(into: Buffer, value: number, at: number): void {
  into.writeUInt32BE(Math.floor(value / 0x1_0000_0000), at);
  into.writeUInt32BE(value >>> 0, at + 4);
}

/** Values beyond 2^53 − 1 come back as NaN, which equals no sequence, and so fail every check that follows. */
export function readUint64(from: Buffer, at: number): number {
  const high = from.readUInt32BE(at);
  return high > 0x1f_ffff ? Number.NaN : high * 0x1_0000_0000 + from.readUInt32BE(at + 4);
}
