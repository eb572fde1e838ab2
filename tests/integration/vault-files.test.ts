import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAttachments } from '../../electron/vault/attachments.ts';
import { fileKeys } from '../../electron/vault/file-keys.ts';
import { sealFile } from '../../electron/vault/sealed-bytes.ts';
import { openSealedFiles } from '../../electron/vault/sealed-file.ts';
import type { Sha256Hex } from '../../shared/domain/ids.ts';
import { folderBytes, killAfter, lastSaid, numberedBytes, numberIn, oneKey, tempFolder, told } from './vault-kit.ts';

let temp: ReturnType<typeof tempFolder>;
beforeEach(() => {
  temp = tempFolder();
});
afterEach(() => temp.remove());

const text = (value: string) => new TextEncoder().encode(value);
const files = (keys: object = {}) => openSealedFiles({ dir: temp.dir, ...oneKey, ...keys });
const attachments = (keys: object = {}) => openAttachments({ dir: temp.dir, ...oneKey, ...keys });
const onDisk = () => readdirSync(temp.dir).sort();
const only = () => join(temp.dir, onDisk()[0] as string);

/** Epoch 2 came, and epoch 1 is still there or, for somebody who never had it, not. */
const rotated = {
  epoch: 2,
  epochs: [2, 1],
  keyOf: (epoch: number) => (epoch === 1 || epoch === 2 ? new Uint8Array(32).fill(epoch) : undefined),
};

test('a draft is read back as it was written, listed by its name, and gone when it was removed', async () => {
  const drafts = await files();
  expect(await drafts.read('drafts/1')).toBeUndefined();
  await drafts.write('drafts/1', text('王敏'));
  await drafts.write('drafts/2', text(''));
  await drafts.write('settings', text('x'));
  expect(await drafts.read('drafts/1')).toEqual(text('王敏'));
  expect(await drafts.read('drafts/2')).toEqual(text(''));
  expect(await drafts.list('drafts/')).toEqual({ names: ['drafts/1', 'drafts/2'], damaged: [] });
  await drafts.remove('drafts/1');
  await drafts.remove('drafts/1');
  expect([await drafts.read('drafts/1'), (await drafts.list('')).names]).toEqual([undefined, ['drafts/2', 'settings']]);
  await drafts.close();
  expect(await (await files()).read('drafts/2')).toEqual(text(''));
});

test('neither a name nor a byte of what was written is on the disk', async () => {
  const drafts = await files();
  await drafts.write('drafts/王敏', text('152301199001010013'));
  const scans = await attachments();
  const { sha256 } = await scans.put(text('a scan of 152301199001010013'));
  for (const [path, bytes] of folderBytes(temp.dir)) {
    for (const secret of ['drafts', '王敏', '152301199001010013', sha256]) {
      expect(path.includes(secret)).toBe(false);
      expect(bytes.includes(Buffer.from(secret))).toBe(false);
    }
    expect(bytes.includes(Buffer.from(sha256, 'hex'))).toBe(false);
  }
});

test('each byte of a small file counts: changed, cut or grown, it is told and listed as damaged', async () => {
  const drafts = await files();
  await drafts.write('a', text('one'));
  const whole = readFileSync(only());
  const harmed = [
    ...Array.from(whole, (byte, at) => whole.map((each, i) => (i === at ? byte ^ 1 : each))),
    ...Array.from(whole, (_, length) => whole.subarray(0, length)),
    Buffer.concat([whole, Buffer.alloc(1)]),
  ];
  for (const bytes of harmed) {
    writeFileSync(only(), bytes);
    expect(['file-damaged', 'file-newer', 'key-missing']).toContain(await told(drafts.read('a')));
  }
  expect(await drafts.list('')).toEqual({ names: [], damaged: onDisk() });
  await drafts.write('a', text('two'));
  expect(await drafts.read('a')).toEqual(text('two'));
});

test('one file can’t stand in for another, nor a file of another folder’s key', async () => {
  const drafts = await files();
  await drafts.write('a', text('one'));
  const a = only();
  await drafts.write('b', text('two'));
  const b = onDisk()
    .map((name) => join(temp.dir, name))
    .find((path) => path !== a) as string;
  copyFileSync(a, b);
  expect(await told(drafts.read('b'))).toBe('file-damaged');
  expect((await drafts.list('')).names).toEqual(['a']);
  const other = await files({ keyOf: () => new Uint8Array(32).fill(9) });
  expect(await other.read('a')).toBeUndefined();
  expect((await other.list('')).damaged).toEqual(onDisk());
});

test('of many writes of one name at once the last one wins, and a reader never sees half of one', async () => {
  const drafts = await files();
  const rounds = Array.from({ length: 20 }, (_, i) => i);
  const reads: Promise<Uint8Array | undefined>[] = [];
  const writes = rounds.map((round) => {
    const bytes = numberedBytes(round);
    const written = drafts.write('a', bytes);
    // The caller's array is the caller's again.
    bytes.fill(0xff);
    reads.push(drafts.read('a'));
    return written;
  });
  await Promise.all(writes);
  expect((await Promise.all(reads)).map(numberIn)).toEqual(rounds);
  expect(numberIn(await drafts.read('a'))).toBe(19);
  expect(onDisk()).toHaveLength(1);
});

test('after the next data key came, older files are read, and what is written again leaves no older one behind', async () => {
  const before = await files();
  await before.write('a', text('one'));
  await before.write('b', text('two'));
  await before.close();
  const after = await files(rotated);
  expect([await after.read('a'), (await after.list('')).names]).toEqual([text('one'), ['a', 'b']]);
  await after.write('a', text('three'));
  expect(onDisk()).toHaveLength(2);
  await after.remove('b');
  expect(onDisk()).toHaveLength(1);
  expect(await after.read('a')).toEqual(text('three'));
  // Killed between the two: both are there, and the newer one counts.
  const again = await files();
  await again.write('a', text('one'));
  expect(await after.read('a')).toEqual(text('three'));
  expect((await after.list('')).names).toEqual(['a']);
  await after.remove('a');
  expect(onDisk()).toEqual([]);
  expect(await told(files({ ...rotated, epoch: 3 }))).toBe('key-missing');
});

test('names have a length, and a closed folder gives nothing', async () => {
  const drafts = await files();
  await expect(drafts.write('', text('x'))).rejects.toThrow(RangeError);
  await expect(drafts.write('人'.repeat(67), text('x'))).rejects.toThrow(RangeError);
  const last = drafts.write('a', text('x'));
  await drafts.close();
  await last;
  for (const work of [drafts.read('a'), drafts.write('a', text('y')), drafts.remove('a'), drafts.list('')])
    expect(await told(work)).toBe('vault-closed');
  expect(await (await files()).read('a')).toEqual(text('x'));
});

test('killed amid writes, the file is the last one that was acknowledged or the one under way, and no half-written one stays', async () => {
  let next = 1;
  let hitAmid = 0;
  for (let kill = 0; kill < 10; kill++) {
    const args = [temp.dir, String(next)];
    const last = Math.max(next - 1, lastSaid(await killAfter({ file: 'vault-files-child.ts', args, ms: Math.random() * 30 })));
    if (onDisk().some((name) => name.endsWith('.tmp'))) hitAmid += 1;
    const drafts = await files();
    expect(onDisk()).toHaveLength(1);
    const found = numberIn(await drafts.read('drafts/1'));
    expect([last, last + 1]).toContain(found);
    next = (found as number) + 1;
  }
  // Otherwise the kills struck where nothing was under way, and this would prove little.
  expect(hitAmid).toBeGreaterThan(0);
}, 60_000);

test('a photo is put once however often it comes, and given back by its hash', async () => {
  const photos = await attachments();
  const photo = numberedBytes(7);
  const [first, second] = await Promise.all([photos.put(photo), photos.put(photo)]);
  expect(first).toEqual(second);
  expect(onDisk()).toHaveLength(1);
  expect(numberIn(await photos.get(first.sha256))).toBe(7);
  expect([await photos.has(first.sha256), await photos.has('0'.repeat(64) as Sha256Hex)]).toEqual([true, false]);
  expect(await told(photos.get('0'.repeat(64) as Sha256Hex))).toBe('file-damaged');
  await expect(photos.get('../../etc/passwd' as Sha256Hex)).rejects.toThrow();
  await photos.close();
  expect(await told(photos.get(first.sha256))).toBe('vault-closed');
  expect(numberIn(await (await attachments()).get(first.sha256))).toBe(7);
});

test('a damaged photo is told, counts as missing, and is whole again when the same one is brought', async () => {
  const photos = await attachments();
  const { sha256 } = await photos.put(text('photo'));
  const whole = readFileSync(only());
  for (let i = 0; i < whole.length; i++) {
    writeFileSync(
      only(),
      whole.map((byte, at) => (at === i ? byte ^ 128 : byte)),
    );
    expect(['file-damaged', 'file-newer', 'key-missing']).toContain(await told(photos.get(sha256)));
    expect(await photos.has(sha256)).toBe(false);
  }
  await photos.put(text('photo'));
  expect(await photos.get(sha256)).toEqual(text('photo'));
});

test('one photo can’t stand in for another', async () => {
  const photos = await attachments();
  const a = await photos.put(text('a'));
  const path = only();
  mkdirSync(join(temp.dir, 'aside'));
  copyFileSync(path, join(temp.dir, 'aside', 'a'));
  rmSync(path);
  const b = await photos.put(text('b'));
  copyFileSync(join(temp.dir, 'aside', 'a'), join(temp.dir, onDisk().find((name) => name.endsWith('.sealed')) as string));
  expect(await told(photos.get(b.sha256))).toBe('file-damaged');
  expect(await told(photos.get(a.sha256))).toBe('file-damaged');
});

test('bytes that were sealed in a photo’s place by mistake are not given out as the photo', async () => {
  const photos = await attachments();
  const { sha256 } = await photos.put(text('photo'));
  const [fileName = ''] = onDisk();
  writeFileSync(only(), sealFile(text('other'), { kind: 'attachment', fileName }, fileKeys('attachments', oneKey)));
  expect(await told(photos.get(sha256))).toBe('file-damaged');
});

test('photos under an older data key stay readable', async () => {
  const { sha256 } = await (await attachments()).put(text('photo'));
  const after = await attachments(rotated);
  expect(await after.get(sha256)).toEqual(text('photo'));
  expect(await after.put(text('photo'))).toEqual({ sha256 });
  expect(onDisk()).toHaveLength(1);
});

test('a file too big for a counter is refused before anything is written', async () => {
  const photos = await attachments();
  expect(await told(photos.put(new Uint8Array(50 * 1024 * 1024 + 1)))).toEqual({ code: 'file-not-accepted', reason: 'too-big' });
  expect(onDisk()).toEqual([]);
});
