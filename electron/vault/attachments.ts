import { createHash } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { type Sha256Hex, sha256Hex } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { openFolder, readIfThere, removeDurably, writeDurably } from './durable-file.ts';
import { type FileKeys, type FileKeysOptions, fileKeys } from './file-keys.ts';
import { listOtherEpochs } from './older-epochs.ts';
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
  #keys: FileKeys;
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
      if (!(await this.#isWhole(sha256))) await this.#write(sha256, copy);
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

  /** From now on the newest of these key epochs seals, and the others are read. */
  adopt(keys: FileKeysOptions): void {
    const before = this.#keys;
    this.#keys = fileKeys('attachments', keys);
    before.forget();
  }

  /** The files on disk that lie under older key epochs. */
  async underOlderEpochs(): Promise<string[]> {
    this.#needOpen();
    // What was on its way when the key changed comes down under the older one.
    await this.#turns.idle();
    return listOtherEpochs(this.#dir, this.#keys.epoch);
  }

  /** Seals one of them anew, as it is. False where it doesn't open, and so needs no key any more. */
  async reseal(fileName: string): Promise<boolean> {
    this.#needOpen();
    const path = join(this.#dir, fileName);
    const sealed = await readIfThere(path);
    const bytes = sealed && this.#tryOpen(sealed, fileName);
    if (!bytes) return sealed === undefined;
    const sha256 = hashOf(bytes);
    return this.#inTurn(sha256, async () => {
      const [newest, ...older] = this.#keys.fileNames(Buffer.from(sha256, 'hex'));
      // Under a name that isn't its own nobody finds it.
      if (!older.includes(fileName)) return false;
      if (!(await this.#isWholeAs(newest, sha256))) await this.#write(sha256, bytes);
      await removeDurably(path);
      return true;
    });
  }

  /** Name and key in one go: the epoch may be another one after the next wait. */
  #write(sha256: Sha256Hex, bytes: Uint8Array): Promise<void> {
    const [fileName] = this.#keys.fileNames(Buffer.from(sha256, 'hex'));
    return writeDurably(join(this.#dir, fileName), sealFile(bytes, { kind: 'attachment', fileName }, this.#keys));
  }

  async #isWholeAs(fileName: string, sha256: Sha256Hex): Promise<boolean> {
    const sealed = await readIfThere(join(this.#dir, fileName));
    const bytes = sealed && this.#tryOpen(sealed, fileName);
    return bytes !== undefined && hashOf(bytes) === sha256;
  }

  #tryOpen(sealed: Uint8Array, fileName: string): Buffer | undefined {
    try {
      return openSealedFile(sealed, { kind: 'attachment', fileName }, this.#keys);
    } catch (error) {
      if (error instanceof VaultError) return undefined;
      throw error;
    }
  }

  #needOpen(): void {
    if (this.#closed) throw new VaultError('vault-closed', 'The attachments are closed');
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
    this.#needOpen();
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
    this.#needOpen();
    return this.#turns.take(sha256, step);
  }
}

function hashOf(bytes: Uint8Array): Sha256Hex {
  return createHash('sha256').update(bytes).digest('hex') as Sha256Hex;
}

function damaged(fileName: string, what: string): VaultError {
  return new VaultError('file-damaged', `The attachment ${fileName} is damaged: ${what}`, { file: fileName });
}
