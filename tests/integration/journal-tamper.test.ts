import { cpSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chainStart, nextChain, writeUint64 } from '../../electron/journal/chain.ts';
import { sealFrame } from '../../electron/journal/frame.ts';
import { openJournal } from '../../electron/journal/open-journal.ts';
import { encodeHeader, headerStem, type SegmentHeader, segmentFileName } from '../../electron/journal/segment-header.ts';
import { type SegmentKeys, segmentKeys } from '../../electron/journal/segment-keys.ts';
import { verifyJournal } from '../../electron/journal/verify-journal.ts';
import { folderBytes, journalOptions, tempFolder, testKeys, textBytes } from './journal-kit.ts';

/*
 * Files made by somebody who knows the format: without keys, with all checksums and chain hashes made to fit, or (for what only a bug
 * in a writer could do) with the keys. Each test names the one check that has to stop it, at open unless it says otherwise.
 */

let temp: ReturnType<typeof tempFolder>;
let options: ReturnType<typeof journalOptions>;
let folder: string;
beforeEach(() => {
  temp = tempFolder();
  options = journalOptions(temp.dir);
  folder = join(temp.dir, 'own');
});
afterEach(() => temp.remove());

/** Three entries of one frame length: frames at 160, 532 and 904, the end at 1,276. */
async function writeThree(dir = temp.dir): Promise<string> {
  const journal = await openJournal(journalOptions(dir));
  for (const text of ['one', 'two', 'three']) await journal.append(textBytes(text));
  await journal.close();
  return join(dir, 'own', readdirSync(join(dir, 'own')).sort().at(-1) as string);
}

const frames = [160, 532, 904];
const frameLength = 372;

function change(path: string, work: (bytes: Buffer) => Buffer | undefined): void {
  const bytes = readFileSync(path);
  writeFileSync(path, work(bytes) ?? bytes);
}

function fitChecksum(bytes: Buffer, frame: number): void {
  bytes.writeUInt32BE(crc32(bytes.subarray(frame, frame + frameLength - 4)), frame + frameLength - 4);
}

/** Makes every chain hash from this frame on follow from the commitments, as anybody can. */
function fitChain(bytes: Buffer): void {
  let chain = bytes.subarray(80, 112);
  for (const [i, frame] of frames.entries()) {
    nextChain(chain, i + 1, bytes.subarray(frame + 32, frame + 64)).copy(bytes, frame + 64);
    chain = bytes.subarray(frame + 64, frame + 96);
    fitChecksum(bytes, frame);
  }
}

async function reasonAtOpen(): Promise<unknown> {
  const before = folderBytes(folder);
  const error = await openJournal(options).then(
    () => 'opened',
    (thrown: unknown) => (thrown as { reason?: unknown }).reason ?? thrown,
  );
  expect(folderBytes(folder)).toEqual(before);
  return error;
}

test('an altered commitment with a fitting checksum breaks the chain', async () => {
  change(await writeThree(), (bytes) => {
    bytes.fill(9, (frames[1] as number) + 40, (frames[1] as number) + 44);
    fitChecksum(bytes, frames[1] as number);
    return bytes;
  });
  expect(await reasonAtOpen()).toBe('chain');
});

test("an altered commitment with checksums and chain made to fit doesn't get past the last frame's seal", async () => {
  change(await writeThree(), (bytes) => {
    bytes.fill(9, (frames[1] as number) + 40, (frames[1] as number) + 44);
    fitChain(bytes);
    return bytes;
  });
  expect(await reasonAtOpen()).toBe('seal');
});

test('an altered sealed part with a fitting checksum is seen when the entry is read, and by verify', async () => {
  change(await writeThree(), (bytes) => {
    bytes.fill(9, (frames[1] as number) + 150, (frames[1] as number) + 154);
    fitChecksum(bytes, frames[1] as number);
    return bytes;
  });
  const journal = await openJournal(options);
  const place = { log: 'own', frame: 2, seq: 2, offsetBytes: 532 };
  await expect(journal.read(2)).rejects.toMatchObject({ code: 'journal-damaged', reason: 'seal', place });
  expect(await journal.read(3)).toMatchObject({ seq: 3 });
  await journal.close();
  await expect(verifyJournal({ dir: temp.dir, log: 'own', keyOf: (epoch) => testKeys[epoch] })).rejects.toMatchObject({
    reason: 'seal',
    place,
  });
});

test('a last frame whose checksum fits but that says another sequence was not torn', async () => {
  change(await writeThree(), (bytes) => {
    writeUint64(bytes, 4, (frames[2] as number) + 8);
    fitChecksum(bytes, frames[2] as number);
    return bytes;
  });
  expect(await reasonAtOpen()).toBe('frame-sequence');
});

test('frames exchanged after the open are seen when they are read', async () => {
  const path = await writeThree();
  const journal = await openJournal(options);
  change(path, (bytes) =>
    Buffer.concat([bytes.subarray(0, 160), bytes.subarray(532, 904), bytes.subarray(160, 532), bytes.subarray(904)]),
  );
  await expect(journal.read(1)).rejects.toMatchObject({ reason: 'frame-sequence' });
  await expect(journal.entries(1)[Symbol.asyncIterator]().next()).rejects.toMatchObject({ reason: 'frame-sequence' });
  await journal.close();
});

test('a file that grew beyond what any writer makes is damage, not a torn tail', async () => {
  truncateSync(await writeThree(), 17 * 1024 * 1024);
  expect(await reasonAtOpen()).toBe('file-too-long');
});

test('a header made up by somebody without keys, to void the newest entries, is refused', async () => {
  await writeThree();
  const bytes = readFileSync(join(folder, '0000000000000001-0000000001.tcj'));
  const made = { ordinal: 2, firstSeq: 2, previous: 1, previousEnd: 532, chain: bytes.subarray(224, 256) };
  writeSegment({ ...made, key: new Uint8Array(32) }, []);
  expect(await reasonAtOpen()).toBe('header-seal');
});

test("segments of two histories under one key don't join", async () => {
  await writeThree();
  const other = tempFolder();
  cpSync(temp.dir, other.dir, { recursive: true });
  await writeThree();
  for (let i = 0; i < 2; i++) await writeThree(other.dir);
  cpSync(join(other.dir, 'own', '0000000000000007-0000000003.tcj'), join(folder, '0000000000000007-0000000003.tcj'));
  other.remove();
  expect(await reasonAtOpen()).toBe('previous-segment');
});

test("a genuine segment that claims to be the first, and isn't, is refused", async () => {
  mkdirSync(folder);
  writeSegment({ ordinal: 1, firstSeq: 5, previous: 0, previousEnd: 0, chain: chainStart('own') }, []);
  expect(await reasonAtOpen()).toBe('previous-segment');
});

test('a genuine frame that leaves a sequence out is refused', async () => {
  mkdirSync(folder);
  const header = { ordinal: 1, firstSeq: 1, previous: 0, previousEnd: 0, chain: chainStart('own') };
  writeSegment(header, [{ index: 1, seq: 2, floor: 0, previousChain: header.chain }]);
  expect(await reasonAtOpen()).toBe('frame-sequence');
});

test('a file of a version or suite to come is called newer, not damaged, and is left as it is', async () => {
  for (const [at, value] of [
    [9, 2],
    [11, 2],
  ] as const) {
    const path = await writeThree();
    const genuine = readFileSync(path);
    change(path, (bytes) => {
      bytes.writeUInt8(value, at);
      bytes.writeUInt32BE(crc32(bytes.subarray(0, 156)), 156);
      return bytes;
    });
    expect(await reasonAtOpen()).toMatchObject({ code: 'journal-newer' });
    writeFileSync(path, genuine);
  }
});

type Made = Pick<SegmentHeader, 'ordinal' | 'firstSeq' | 'previous' | 'previousEnd' | 'chain'> & { key?: Uint8Array };

/** Writes a segment as a writer with this key would, whether it makes sense or not. */
function writeSegment(
  made: Made,
  sealed: { index: number; seq: number; floor: number; previousChain: Uint8Array }[],
): SegmentKeys {
  const header: SegmentHeader = { log: 'own', suite: 1, epoch: 1, random: new Uint8Array(32).fill(5), ...made };
  const keys = segmentKeys(made.key ?? (testKeys[1] as Uint8Array), headerStem(header), header.random);
  const parts = sealed.map((frame) => sealFrame(keys, { ...frame, salt: new Uint8Array(32), payload: textBytes('made') }).bytes);
  writeFileSync(join(folder, segmentFileName(header)), Buffer.concat([encodeHeader(header, keys), ...parts]));
  return keys;
}
