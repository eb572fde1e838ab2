import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { BackupError } from './backup-error.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
/** Only places that a counter's folder has: a manifest that says more could write anywhere. */
const pathPattern = /^(journal\/(own|received)|journal|vault|files|attachments)\/[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;
const path = z.string().regex(pathPattern);
/** Whether a manifest may name it: what a system puts beside the counter's files (`.DS_Store`) is none of them. */
export const isCounterPath = (text: string) => pathPattern.test(text);

const head = z.looseObject({ seq: z.int().min(0), chain: hex(32) });
const manifest = z.looseObject({
  format: z.literal(1),
  backupId: hex(16),
  madeAt: z.iso.datetime({ offset: false }),
  /** A manifest is written last: where there is one, all that it names was there and was read back. */
  complete: z.literal(true),
  mode: z.enum(['office', 'trial']),
  /** Key epoch of the seal below. */
  epoch: z.int().min(1),
  own: head,
  files: z.array(z.looseObject({ path, bytes: z.int().min(0), sha256: hex(32) })).min(1),
});
export type Manifest = z.infer<typeof manifest>;
export type ManifestFile = Manifest['files'][number];

/** The manifest as it lies in a backup: what it says, the bytes that are sealed, the seal. */
export interface ReadManifest {
  readonly manifest: Manifest;
  readonly sealed: Uint8Array;
  readonly mac: string;
}

/** JSON in one line, its seal, and a checksum that tells damage without any key. */
export function encodeManifest(content: Manifest, key: Uint8Array): Uint8Array {
  const json = `${JSON.stringify(manifest.parse(content))}\n`;
  const sealed = `${json}mac ${macOf(Buffer.from(json), key)}\n`;
  return Buffer.from(`${sealed}sha256 ${sha256Of(Buffer.from(sealed))}\n`);
}

/** Throws a BackupError: `backup-damaged`, or `backup-newer` where it is whole and a later program's. */
export function decodeManifest(bytes: Uint8Array, file: string): ReadManifest {
  const text = Buffer.from(bytes).toString('utf8');
  const parts = /^(.*\n)(mac ([0-9a-f]{64})\n)sha256 ([0-9a-f]{64})\n$/.exec(text);
  const [, json = '', macLine = '', mac = '', checksum] = parts ?? [];
  if (!parts || sha256Of(Buffer.from(json + macLine)) !== checksum) throw new BackupError('backup-damaged', { file });
  const content = parsed(json);
  const read = manifest.safeParse(content);
  if (read.success) return { manifest: read.data, sealed: Buffer.from(json), mac };
  const format = (content as { format?: unknown } | null)?.format;
  throw new BackupError(typeof format === 'number' && format > 1 ? 'backup-newer' : 'backup-damaged', { file });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Throws a BackupError (`backup-not-genuine`) where somebody without the counter's keys wrote it, or changed it. */
export function checkSeal({ sealed, mac }: ReadManifest, key: Uint8Array, file: string): void {
  const expected = Buffer.from(macOf(sealed, key), 'hex');
  if (!timingSafeEqual(expected, Buffer.from(mac, 'hex'))) throw new BackupError('backup-not-genuine', { file });
}

/** The key of manifests, of the sub-key for small files of an epoch. */
export function manifestKey(filesKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', filesKey, new Uint8Array(), 'talent-counter/backup/1/manifest', 32));
}

/** A device's folder in a chosen place. It tells nothing of the device: an id is 74 random bits. */
export function backupFolderName(deviceId: string): string {
  return `${folderStart}${createHash('sha256').update(`talent-counter/backup/1/folder\0${deviceId}`).digest('hex').slice(0, 12)}`;
}

export const folderStart = 'talent-counter-';
export const dataName = 'data';

const manifestName = /^manifest-(\d{6})$/;
/** Manifests are never written over: each has the next number, and the highest that is whole counts. */
export const manifestNameOf = (number: number) => `manifest-${String(number).padStart(6, '0')}`;
export const manifestNumberOf = (name: string) => Number(manifestName.exec(name)?.[1] ?? 0);

/** Where a file's bytes lie: by their hash, in 256 folders, since a FAT folder holds some ten thousand long names. */
export function placeOf(sha256: string): [folder: string, name: string] {
  return [sha256.slice(0, 2), sha256.slice(2)];
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function macOf(bytes: Uint8Array, key: Uint8Array): string {
  return createHmac('sha256', key).update(bytes).digest('hex');
}
