import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Sha256Hex, sha256Hex } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { openFolder, readIfThere, writeDurably } from './durable-file.ts';
import { openSealedFile, sealFile } from './sealed-bytes.ts';
import type { EpochKeys } from './sub-keys.ts';
import { derive, mac } from './suite.ts';
import { VaultError } from './vault-error.ts';

export interface AttachmentsOptions extends EpochKeys {
  readonly dir: string;
  /** Key epochs that attachments may still lie under, newest first; only `epoch` where left out. */
  readonly epochs?: readonly number[];
}

/** Photos, scans and signatures, each a sealed file under HMAC(key, SHA-256), so that a name on disk tells nothing about its content. */
export interface Attachments {
  /** Resolves when the bytes are durable; an entry may name them from then on. The same bytes twice are one file. */
  put(bytes: Uint8Array): Promise<{ sha256: Sha256Hex }>;
  /** The bytes, checked against their hash. Throws a VaultError: `file-damaged`, also where the file is gone. */
  get(sha256: Sha256Hex): Promise<Uint8Array>;
  has(sha256: Sha256Hex): Promise<boolean>;
  /** Waits for what is under way, then forgets the keys. */
  close(): Promise<void>;
}

export const maxAttachmentBytes = 50 * 1024 * 1024;

export async function openAttachments({ dir, epoch, keyOf, epochs = [epoch] }: AttachmentsOptions): Promise<Attachments> {
  await openFolder(dir);
  const keys = attachmentKeys({ epoch, keyOf, epochs });
  const underWay = new Set<Promise<unknown>>();
  let closed = false;

  function track<T>(step: () => Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new VaultError('vault-closed', 'The attachments are closed'));
    const work = step();
    const settled: Promise<unknown> = work.catch(() => undefined).then(() => underWay.delete(settled));
    underWay.add(settled);
    return work;
  }

  async function find(sha256: Sha256Hex): Promise<Uint8Array | undefined> {
    for (const fileName of keys.fileNames(sha256)) {
      const sealed = await readIfThere(join(dir, fileName));
      if (!sealed) continue;
      const bytes = openSealedFile(sealed, { kind: 'attachment', fileName }, keys);
      if (hashOf(bytes) !== sha256) throw damaged(fileName, 'other bytes than its hash says');
      return bytes;
    }
    return undefined;
  }

  async function get(sha256: Sha256Hex): Promise<Uint8Array> {
    const checked = sha256Hex.parse(sha256);
    const bytes = await find(checked);
    if (!bytes) throw damaged(keys.fileNames(checked)[0] ?? '', 'the file is gone');
    return bytes;
  }

  async function put(bytes: Uint8Array): Promise<{ sha256: Sha256Hex }> {
    if (bytes.length > maxAttachmentBytes) refuse('file-not-accepted', { reason: 'too-big' });
    const sha256 = hashOf(bytes);
    const [fileName] = keys.fileNames(sha256);
    if (fileName === undefined) throw new VaultError('key-missing', 'There is no key for attachments');
    if (!(await isWhole(sha256)))
      await writeDurably(join(dir, fileName), sealFile(bytes, { kind: 'attachment', fileName }, keys));
    return { sha256 };
  }

  /** A damaged file is written anew by whoever brings the same bytes again. */
  async function isWhole(sha256: Sha256Hex): Promise<boolean> {
    try {
      return (await find(sha256)) !== undefined;
    } catch (error) {
      if (error instanceof VaultError) return false;
      throw error;
    }
  }

  return {
    put: (bytes) => track(() => put(bytes)),
    get: (sha256) => track(() => get(sha256)),
    has: (sha256) => track(() => isWhole(sha256)),
    close: async () => {
      closed = true;
      await Promise.all(underWay);
      keys.forget();
    },
  };
}

function hashOf(bytes: Uint8Array): Sha256Hex {
  return createHash('sha256').update(bytes).digest('hex') as Sha256Hex;
}

function damaged(fileName: string, what: string): VaultError {
  return new VaultError('file-damaged', `The attachment ${fileName} is damaged: ${what}`, { file: fileName });
}

function attachmentKeys({ epoch, keyOf, epochs }: Required<Omit<AttachmentsOptions, 'dir'>>) {
  const sealing = new Map<number, Uint8Array>();
  const naming: Uint8Array[] = [];
  for (const each of [epoch, ...epochs.filter((other) => other !== epoch)]) {
    const key = keyOf(each);
    if (!key) throw new VaultError('key-missing', `There is no key for key epoch ${each}`);
    sealing.set(each, derive(key, 'talent-counter/attachments/1/seal'));
    naming.push(derive(key, 'talent-counter/attachments/1/name'));
  }
  return {
    epoch,
    keyOf: (each: number) => sealing.get(each),
    fileNames: (sha256: Sha256Hex) => naming.map((key) => `${mac(key, Buffer.from(sha256, 'hex')).toString('hex')}.sealed`),
    forget: () => {
      for (const key of [...sealing.values(), ...naming]) key.fill(0);
    },
  };
}
