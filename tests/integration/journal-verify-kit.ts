import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { DeviceHeadKey } from '../../electron/credential/device-head-key.ts';
import { appendAnchor } from '../../electron/journal/anchor-file.ts';
import { headStatement, nextChain } from '../../electron/journal/chain.ts';
import { openJournal } from '../../electron/journal/open-journal.ts';
import type { JournalKeys } from '../../electron/program/check-journal.ts';
import { systemClock } from '../../electron/program/counter-clock.ts';
import { createVault } from '../../electron/vault/vault.ts';
import { textBytes } from './journal-kit.ts';
import { member } from './program-kit.ts';

const cheap = { N: 2 ** 12, r: 8, p: 1 };
export const perSegment = 4;
export const segmentCount = 3;

/** A counter's folder as the product writes it: a vault, three segments of four entries, and a signed head behind each of the first two. */
export async function writeCounter(dir: string): Promise<{ journal: string; keys: JournalKeys }> {
  const { id, number, pin } = member('auditor');
  const { vault } = await createVault(
    { dir: join(dir, 'vault'), clock: systemClock(), secrets: undefined, scrypt: cheap },
    { mode: 'trial', members: [{ staffId: id, staffNumber: number, pin }] },
  );
  const kept = new Map<string, Uint8Array>();
  const key = await DeviceHeadKey.open({
    read: async (name) => kept.get(name),
    write: async (name, bytes) => void kept.set(name, bytes),
  });
  const keyOf = (epoch: number) => vault.keyOf('journal', epoch);
  const journalKey = keyOf(vault.epoch);
  const journal = join(dir, 'journal');
  for (let segment = 0; segment < segmentCount; segment += 1) {
    const own = await openJournal({ dir: journal, log: 'own', epoch: vault.epoch, keyOf, marks: [] });
    if (segment === 0) await own.append(textBytes(namingEntry(key)));
    while (own.headSeq < (segment + 1) * perSegment) await own.append(textBytes(`entry ${own.headSeq + 1}`));
    if (segment < segmentCount - 1) await signHead(journal, key, { seq: own.headSeq, chain: own.headChain });
    await own.close();
  }
  await vault.close();
  return { journal, keys: { keyOf: () => journalKey && new Uint8Array(journalKey), marks: [] } };
}

/** The entry that names the device's head key, as the program writes it. */
function namingEntry(key: DeviceHeadKey): string {
  return entryText('head-key.made', { key: key.publicJwk });
}

/** The entry that says that the contents of another went. */
export function redactionOf(seq: number): string {
  const personId = '0198c0de-0000-7000-8000-000000000002';
  const entries = [{ seq, kind: 'talent.registered', on: '2026-11-25' }];
  return entryText('person.redacted', { personId, because: 'request', on: '2026-11-25', entries, remains: [], blocks: [] });
}

function entryText(kind: string, facts: object): string {
  return JSON.stringify({
    v: 1,
    id: '0198c0de-0000-7000-8000-000000000001',
    staffId: null,
    event: null,
    at: { wall: '2026-11-25T01:00:00.000Z', monotonicMs: 1, boot: 'b' },
    pack: null,
    rules: 1,
    localOnly: false,
    kind,
    command: {},
    facts,
  });
}

export async function signHead(journal: string, key: DeviceHeadKey, head: { seq: number; chain: Uint8Array }): Promise<void> {
  const { kid, x } = key.publicJwk;
  const signed = { ...head, log: 'own' as const };
  const signature = key.sign(headStatement(signed));
  await appendAnchor(journal, { ...signed, at: '2026-11-25T01:00:00.000Z', by: 'day-end', kid, key: x, signature });
}

export function newKey(): Promise<DeviceHeadKey> {
  return DeviceHeadKey.open({ read: async () => undefined, write: async () => undefined });
}

/** The segments' paths, oldest first. */
export function segmentsOf(journal: string): string[] {
  const own = join(journal, 'own');
  return readdirSync(own)
    .filter((name) => name.endsWith('.tcj'))
    .sort()
    .map((name) => join(own, name));
}

/** A segment as its header and its frames. */
export function readFrames(path: string): { header: Buffer; frames: Buffer[] } {
  const bytes = readFileSync(path);
  const frames: Buffer[] = [];
  for (let at = 160; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at + 4);
    frames.push(Buffer.from(bytes.subarray(at, at + length)));
    at += length;
  }
  return { header: Buffer.from(bytes.subarray(0, 160)), frames };
}

/** Writes frames back, each with its checksum made to fit. */
export function writeFrames(path: string, { header, frames }: { header: Buffer; frames: Buffer[] }): void {
  for (const frame of frames) fitChecksum(frame);
  writeFileSync(path, Buffer.concat([header, ...frames]));
}

/** Makes chain hashes follow from the commitments all through the journal, and headers from them: what somebody without keys can do. */
export function fitChains(journal: string): void {
  let chain: Buffer | undefined;
  for (const path of segmentsOf(journal)) {
    const { header, frames } = readFrames(path);
    if (chain) chain.copy(header, 80);
    chain = Buffer.from(header.subarray(80, 112));
    for (const frame of frames) {
      chain = nextChain(chain, Number(frame.readBigUInt64BE(8)), frame.subarray(32, 64));
      chain.copy(frame, 64);
    }
    header.writeUInt32BE(crc32(header.subarray(0, 156)), 156);
    writeFrames(path, { header, frames });
  }
}

function fitChecksum(frame: Buffer): void {
  frame.writeUInt32BE(crc32(frame.subarray(0, frame.length - 4)), frame.length - 4);
}
