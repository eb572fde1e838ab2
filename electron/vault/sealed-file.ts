import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openFolder, readIfThere, removeDurably, writeDurably } from './durable-file.ts';
import { type FileKeys, type FileKeysOptions, fileKeys, sealedEnding } from './file-keys.ts';
import { type ChangedFile, FileRegister } from './file-register.ts';
import { listOtherEpochs } from './older-epochs.ts';
import { openSealedFile, sealFile } from './sealed-bytes.ts';
import { Turns } from './turns.ts';
import { VaultError } from './vault-error.ts';

export interface SealedFilesOptions extends FileKeysOptions {
  readonly dir: string;
  /** Whether a register of the files is kept among them, so that one that is gone or was exchanged for an older copy is told. */
  readonly register?: boolean;
}

const maxNameBytes = 200;
const registerName = 'register';

/** Opens a folder of sealed files and clears away what killed writers left half-written. */
export async function openSealedFiles({ dir, register, ...keys }: SealedFilesOptions): Promise<SealedFiles> {
  await openFolder(dir);
  const files = new SealedFiles(dir, fileKeys('files', keys));
  if (register) await files.compareWithRegister();
  return files;
}

/** Small encrypted files that must last: drafts, settings, counters, queue states. Names are logical; none shows on disk. */
export class SealedFiles {
  readonly #dir: string;
  #keys: FileKeys;
  readonly #turns = new Turns();
  #register: FileRegister | undefined;
  #changed: readonly ChangedFile[] = [];
  #closed = false;

  constructor(dir: string, keys: FileKeys) {
    this.#dir = dir;
    this.#keys = keys;
  }

  /** What was not as it was written last when the folder was opened. */
  get changed(): readonly ChangedFile[] {
    return this.#changed;
  }

  /** For `openSealedFiles` alone, before anything is read or written. */
  async compareWithRegister(): Promise<void> {
    const [own, ...older] = this.#keys.fileNames(registerName);
    const onDisk = new Map<string, { bytes: Uint8Array; name: string | undefined }>();
    for (const fileName of (await readdir(this.#dir)).filter((each) => each.endsWith(sealedEnding))) {
      const bytes = await readIfThere(join(this.#dir, fileName));
      if (bytes) onDisk.set(fileName, { bytes, name: this.#nameIn(bytes, fileName) });
    }
    const sealed = [own, ...older].find((fileName) => onDisk.has(fileName));
    const kept = await this.read(registerName).catch(() => undefined);
    for (const fileName of [own, ...older]) onDisk.delete(fileName);
    this.#register = new FileRegister({ kept, save: (bytes) => this.#write(registerName, bytes) });
    const changed = this.#register.compare(onDisk);
    // Whatever lies there was listed before it was written: files without a list have lost it.
    const isLost = !kept && (sealed !== undefined || onDisk.size > 0);
    this.#changed = isLost ? [{ name: registerName, how: sealed ? 'other' : 'gone' }, ...changed] : changed;
  }

  #nameIn(bytes: Uint8Array, fileName: string): string | undefined {
    try {
      return this.#open(bytes, fileName).name;
    } catch {
      return undefined;
    }
  }

  /** The last written bytes; undefined where there is no such file. Throws a VaultError (`file-damaged`) rather than being silent. */
  async read(name: string): Promise<Uint8Array | undefined> {
    return this.#inTurn(name, async () => {
      for (const fileName of this.#keys.fileNames(name)) {
        const bytes = await readIfThere(join(this.#dir, fileName));
        if (bytes) return this.#openKnown(bytes, fileName, name);
      }
      return undefined;
    });
  }

  /** A damaged header may speak of another program's format or key; that these are other bytes than were written tells the two apart. */
  #openKnown(bytes: Uint8Array, fileName: string, name: string): Uint8Array {
    try {
      return this.#open(bytes, fileName, name).bytes;
    } catch (error) {
      const isHurt = this.#changed.some((each) => each.name === name);
      if (!(error instanceof VaultError) || error.code === 'file-damaged' || !isHurt) throw error;
      throw new VaultError('file-damaged', `${fileName} is damaged: ${error.message}`, { file: fileName });
    }
  }

  /** Resolves when the bytes are durable. Writes of one name take turns and the last wins. Throws the refusal `disk-full`. */
  async write(name: string, bytes: Uint8Array): Promise<void> {
    // A copy: the caller may go on using its array while this write waits for its turn.
    const copy = Uint8Array.from(bytes);
    return this.#inTurn(name, () => this.#write(name, copy));
  }

  async #write(name: string, bytes: Uint8Array): Promise<void> {
    const [fileName, ...older] = this.#keys.fileNames(name);
    const sealed = sealFile(pack(name, bytes), { kind: 'file', fileName }, this.#keys);
    const register = name === registerName ? undefined : this.#register;
    await register?.willBe(fileName, name, sealed);
    await writeDurably(join(this.#dir, fileName), sealed);
    register?.is(fileName, sealed);
    for (const each of older) {
      await removeDurably(join(this.#dir, each));
      register?.is(each, undefined);
    }
  }

  async remove(name: string): Promise<void> {
    return this.#inTurn(name, async () => {
      // Oldest first: killed in between, the newest is still what is read.
      for (const fileName of this.#keys.fileNames(name).toReversed()) {
        // A full disk must not keep a file: at worst the next start tells of it as gone.
        if (existsSync(join(this.#dir, fileName))) await this.#register?.willBe(fileName, name, undefined).catch(() => undefined);
        await removeDurably(join(this.#dir, fileName));
        this.#register?.is(fileName, undefined);
      }
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
        else if (name.startsWith(prefix) && name !== registerName) names.add(name);
      } catch (error) {
        if (!(error instanceof VaultError)) throw error;
        damaged.push(fileName);
      }
    }
    return { names: [...names].sort(), damaged };
  }

  /** From now on the newest of these key epochs seals, and the others are read. */
  adopt(keys: FileKeysOptions): void {
    const before = this.#keys;
    this.#keys = fileKeys('files', keys);
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
    const bytes = await readIfThere(join(this.#dir, fileName));
    if (!bytes) return true;
    const name = this.#nameIn(bytes, fileName);
    if (name === undefined) return false;
    if (name === registerName && this.#register) await this.#register.save();
    else await this.#inTurn(name, () => this.#resealNamed(name, fileName));
    return true;
  }

  async #resealNamed(name: string, fileName: string): Promise<void> {
    const bytes = await readIfThere(join(this.#dir, fileName));
    if (!bytes) return;
    const [newest] = this.#keys.fileNames(name);
    // Written since, or by a process that was killed before it took the older one away.
    if (existsSync(join(this.#dir, newest))) return this.#removeOlder(name);
    await this.#write(name, this.#open(bytes, fileName, name).bytes);
  }

  async #removeOlder(name: string): Promise<void> {
    const register = name === registerName ? undefined : this.#register;
    const [, ...older] = this.#keys.fileNames(name);
    for (const each of older) {
      await removeDurably(join(this.#dir, each));
      register?.is(each, undefined);
    }
  }

  /** Waits for writes under way, then forgets the keys. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#turns.idle();
    await this.#register?.close();
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
