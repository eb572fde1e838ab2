import { createHash } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { type Sha256Hex, sha256Hex } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { openFolder, readIfThere, removeDurably, writeDurably } from './durable-file.ts';
import { type FileKeys, type FileKeysOptions, fileKeys } from './file-keys.ts';
import { openSealedFile, sealFile } from './sealed-bytes.ts';
import { sweepFolder } from './sweep-folder.ts';
import { Turns } from './turns.ts';
import { VaultError } from './vault-error.ts';

export interface AttachmentsOptions extends FileKeysOptions {
  readonly dir: string;
}

export const maxAttachmentBytes = 50 * 1024 * 1024;

/** Opens a folder of attachments and clears away what killed writers left half-written. */
export async function openAttachments({ dir, ...keys }: AttachmentsOptions): Promise<Attachments> {
  await openFolder(dir);
  return new Attachments(dir, fileKeys('attachments', keys));
}

/** Photos, scans and signatures, each a sealed file under HMAC(key, SHA-256), so that a name on disk tells nothing about its content. */
export class Attachments {
  readonly #dir: string;
  readonly #keys: FileKeys;
  readonly #turns = new Turns();
  #closed = false;

  constructor(dir: string, keys: FileKeys) {
    this.#dir = dir;
    this.#keys = keys;
  }

  /** Resolves when the bytes are durable; an entry may name them from then on. The same bytes twice are one file. */
  async put(bytes: Uint8Array): Promise<{ sha256: Sha256Hex }> {
    if (bytes.length > maxAttachmentBytes) refuse('file-not-accepted', { reason: 'too-big' });
    // A copy: the caller may go on using its array while this one waits for its turn.
    const copy = Uint8Array.from(bytes);
    const sha256 = hashOf(copy);
    return this.#inTurn(sha256, async () => {
      const [fileName] = this.#keys.fileNames(Buffer.from(sha256, 'hex'));
      if (!(await this.#isWhole(sha256)))
        await writeDurably(join(this.#dir, fileName), sealFile(copy, { kind: 'attachment', fileName }, this.#keys));
      return { sha256 };
    });
  }

  /** The bytes, checked against their hash. Throws a VaultError: `file-damaged`, also where the file is gone. */
  async get(sha256: Sha256Hex): Promise<Uint8Array> {
    const checked = sha256Hex.parse(sha256);
    return this.#inTurn(checked, async () => {
      const bytes = await this.#find(checked);
      if (!bytes) throw damaged(this.#keys.fileNames(Buffer.from(checked, 'hex'))[0], 'the file is gone');
      return bytes;
    });
  }

  /** Whether `get` would give it. A damaged one counts as missing: whoever brings the same bytes again writes it anew. */
  async has(sha256: Sha256Hex): Promise<boolean> {
    const checked = sha256Hex.parse(sha256);
    return this.#inTurn(checked, () => this.#isWhole(checked));
  }

  /** Removes one for good, under whatever key epoch it lies; whoever asks has made sure that nothing names it. */
  async remove(sha256: Sha256Hex): Promise<void> {
    const checked = sha256Hex.parse(sha256);
    return this.#inTurn(checked, async () => {
      for (const fileName of this.#keys.fileNames(Buffer.from(checked, 'hex'))) await removeDurably(join(this.#dir, fileName));
    });
  }

  /** Removes what isn't among these and was neither put nor asked for since then; how many files that were. */
  async sweep(named: Iterable<string>, before: Date): Promise<number> {
    if (this.#closed) throw new VaultError('vault-closed', 'The attachments are closed');
    const keep = new Set<string>();
    for (const sha256 of named) for (const name of this.#keys.fileNames(Buffer.from(sha256, 'hex'))) keep.add(name);
    return sweepFolder(this.#dir, { keep, before });
  }

  /** Waits for what is under way, then forgets the keys. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#turns.idle();
    this.#keys.forget();
  }

  async #find(sha256: Sha256Hex): Promise<Uint8Array | undefined> {
    for (const fileName of this.#keys.fileNames(Buffer.from(sha256, 'hex'))) {
      const sealed = await readIfThere(join(this.#dir, fileName));
      if (!sealed) continue;
      const bytes = openSealedFile(sealed, { kind: 'attachment', fileName }, this.#keys);
      if (hashOf(bytes) !== sha256) throw damaged(fileName, 'other bytes than its hash says');
      return new Uint8Array(bytes);
    }
    return undefined;
  }

  /** Whoever asks is about to name it: from now on it is as young as if it had just been put, so that no sweep takes it meanwhile. */
  async #isWhole(sha256: Sha256Hex): Promise<boolean> {
    try {
      if ((await this.#find(sha256)) === undefined) return false;
      return await this.#touch(sha256);
    } catch (error) {
      if (error instanceof VaultError) return false;
      throw error;
    }
  }

  /** False where a sweep was faster. */
  async #touch(sha256: Sha256Hex): Promise<boolean> {
    const now = new Date();
    for (const fileName of this.#keys.fileNames(Buffer.from(sha256, 'hex'))) {
      const touched = await utimes(join(this.#dir, fileName), now, now).then(
        () => true,
        () => false,
      );
      if (touched) return true;
    }
    return false;
  }

  async #inTurn<T>(sha256: Sha256Hex, step: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new VaultError('vault-closed', 'The attachments are closed');
    return this.#turns.take(sha256, step);
  }
}

function hashOf(bytes: Uint8Array): Sha256Hex {
  return createHash('sha256').update(bytes).digest('hex') as Sha256Hex;
}

function damaged(fileName: string, what: string): VaultError {
  return new VaultError('file-damaged', `The attachment ${fileName} is damaged: ${what}`, { file: fileName });
}
