import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openFolder, readIfThere, removeDurably, writeDurably } from './durable-file.ts';
import { type FileKeys, type FileKeysOptions, fileKeys, sealedEnding } from './file-keys.ts';
import { openSealedFile, sealFile } from './sealed-bytes.ts';
import { Turns } from './turns.ts';
import { VaultError } from './vault-error.ts';

export interface SealedFilesOptions extends FileKeysOptions {
  readonly dir: string;
}

const maxNameBytes = 200;

/** Opens a folder of sealed files and clears away what killed writers left half-written. */
export async function openSealedFiles({ dir, ...keys }: SealedFilesOptions): Promise<SealedFiles> {
  await openFolder(dir);
  return new SealedFiles(dir, fileKeys('files', keys));
}

/** Small encrypted files that must last: drafts, settings, counters, queue states. Names are logical; none shows on disk. */
export class SealedFiles {
  readonly #dir: string;
  readonly #keys: FileKeys;
  readonly #turns = new Turns();
  #closed = false;

  constructor(dir: string, keys: FileKeys) {
    this.#dir = dir;
    this.#keys = keys;
  }

  /** The last written bytes; undefined where there is no such file. Throws a VaultError (`file-damaged`) rather than being silent. */
  async read(name: string): Promise<Uint8Array | undefined> {
    return this.#inTurn(name, async () => {
      for (const fileName of this.#keys.fileNames(name)) {
        const bytes = await readIfThere(join(this.#dir, fileName));
        if (bytes) return this.#open(bytes, fileName, name).bytes;
      }
      return undefined;
    });
  }

  /** Resolves when the bytes are durable. Writes of one name take turns and the last wins. Throws the refusal `disk-full`. */
  async write(name: string, bytes: Uint8Array): Promise<void> {
    // A copy: the caller may go on using its array while this write waits for its turn.
    const packed = pack(name, bytes);
    return this.#inTurn(name, async () => {
      const [fileName, ...older] = this.#keys.fileNames(name);
      await writeDurably(join(this.#dir, fileName), sealFile(packed, { kind: 'file', fileName }, this.#keys));
      for (const each of older) await removeDurably(join(this.#dir, each));
    });
  }

  async remove(name: string): Promise<void> {
    return this.#inTurn(name, async () => {
      // Oldest first: killed in between, the newest is still what is read.
      for (const fileName of this.#keys.fileNames(name).toReversed()) await removeDurably(join(this.#dir, fileName));
    });
  }

  /** The names that begin so, sorted; and the files on disk whose name can't be read any more, whatever they began with. */
  async list(prefix: string): Promise<{ names: string[]; damaged: string[] }> {
    this.#needOpen();
    await this.#turns.idle();
    const names = new Set<string>();
    const damaged: string[] = [];
    for (const fileName of (await readdir(this.#dir)).sort()) {
      const bytes = fileName.endsWith(sealedEnding) ? await readIfThere(join(this.#dir, fileName)) : undefined;
      if (!bytes) continue;
      try {
        const { name } = this.#open(bytes, fileName);
        if (!this.#keys.fileNames(name).includes(fileName)) damaged.push(fileName);
        else if (name.startsWith(prefix)) names.add(name);
      } catch (error) {
        if (!(error instanceof VaultError)) throw error;
        damaged.push(fileName);
      }
    }
    return { names: [...names].sort(), damaged };
  }

  /** Waits for writes under way, then forgets the keys. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#turns.idle();
    this.#keys.forget();
  }

  #open(bytes: Uint8Array, fileName: string, name?: string): { name: string; bytes: Uint8Array } {
    const found = unpack(openSealedFile(bytes, { kind: 'file', fileName }, this.#keys));
    if (!found || (name !== undefined && name !== found.name))
      throw new VaultError('file-damaged', `${fileName} is damaged: it bears another name`, { file: fileName });
    return found;
  }

  #needOpen(): void {
    if (this.#closed) throw new VaultError('vault-closed', 'The sealed files are closed');
  }

  async #inTurn<T>(name: string, step: () => Promise<T>): Promise<T> {
    this.#needOpen();
    return this.#turns.take(name, step);
  }
}

/** Length of the name (2, big-endian), the name, the bytes: so that a listing can tell names, which the disk doesn't. */
function pack(name: string, bytes: Uint8Array): Buffer {
  const nameBytes = Buffer.from(name, 'utf8');
  if (nameBytes.length === 0 || nameBytes.length > maxNameBytes) throw new RangeError(`A name has 1 to ${maxNameBytes} bytes`);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(nameBytes.length);
  return Buffer.concat([length, nameBytes, bytes]);
}

function unpack(plain: Buffer): { name: string; bytes: Uint8Array } | undefined {
  const end = plain.length < 2 ? Number.POSITIVE_INFINITY : 2 + plain.readUInt16BE(0);
  if (end > plain.length) return undefined;
  return { name: plain.toString('utf8', 2, end), bytes: new Uint8Array(plain.subarray(end)) };
}
