import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openFolder, readIfThere, removeDurably, writeDurably } from './durable-file.ts';
import { openSealedFile, sealFile } from './sealed-bytes.ts';
import type { EpochKeys } from './sub-keys.ts';
import { derive, mac } from './suite.ts';
import { VaultError } from './vault-error.ts';

export interface SealedFilesOptions extends EpochKeys {
  readonly dir: string;
  /** Key epochs that files may still lie under, newest first; only `epoch` where left out. */
  readonly epochs?: readonly number[];
}

/** Small encrypted files that must last: drafts, settings, counters, queue states. Names are logical; none shows on disk. */
export interface SealedFiles {
  /** The last written bytes; undefined where there is no such file. Throws a VaultError (`file-damaged`) rather than being silent. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Resolves when the bytes are durable. Writes of one name take turns and the last wins. Throws the refusal `disk-full`. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
  /** The names that begin so, sorted; and the files on disk whose name can't be read any more, whatever they began with. */
  list(prefix: string): Promise<{ names: string[]; damaged: string[] }>;
  /** Waits for writes under way, then forgets the keys. */
  close(): Promise<void>;
}

const ending = '.sealed';
const maxNameBytes = 200;

/** Opens a folder of sealed files and clears away what killed writers left half-written. */
export async function openSealedFiles({ dir, epoch, keyOf, epochs = [epoch] }: SealedFilesOptions): Promise<SealedFiles> {
  await openFolder(dir);
  const keys = sealedFileKeys({ epoch, keyOf, epochs });
  const turns = new Map<string, Promise<unknown>>();
  let closed = false;

  /** Runs after everything asked before for the same name, whether that went well or not. */
  function inTurn<T>(name: string, step: () => Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new VaultError('vault-closed', 'The sealed files are closed'));
    const turn = (turns.get(name) ?? Promise.resolve()).then(step, step);
    const settled: Promise<unknown> = turn.catch(() => undefined).then(() => turns.get(name) === settled && turns.delete(name));
    turns.set(name, settled);
    return turn;
  }

  async function read(name: string): Promise<Uint8Array | undefined> {
    for (const fileName of keys.fileNames(name)) {
      const bytes = await readIfThere(join(dir, fileName));
      if (bytes) return unpack(openSealedFile(bytes, { kind: 'file', fileName }, keys), { fileName, name }).bytes;
    }
    return undefined;
  }

  async function write(name: string, bytes: Uint8Array): Promise<void> {
    const [fileName, ...older] = keys.fileNames(name);
    if (fileName === undefined) throw new VaultError('key-missing', 'There is no key for sealed files');
    await writeDurably(join(dir, fileName), sealFile(pack(name, bytes), { kind: 'file', fileName }, keys));
    for (const name of older) await removeDurably(join(dir, name));
  }

  async function remove(name: string): Promise<void> {
    // Oldest first: killed in between, the newest is still what is read.
    for (const fileName of keys.fileNames(name).reverse()) await removeDurably(join(dir, fileName));
  }

  async function list(prefix: string): Promise<{ names: string[]; damaged: string[] }> {
    const names = new Set<string>();
    const damaged: string[] = [];
    for (const fileName of (await readdir(dir)).sort()) {
      const bytes = fileName.endsWith(ending) ? await readIfThere(join(dir, fileName)) : undefined;
      if (!bytes) continue;
      try {
        const { name } = unpack(openSealedFile(bytes, { kind: 'file', fileName }, keys), { fileName });
        if (!keys.fileNames(name).includes(fileName)) damaged.push(fileName);
        else if (name.startsWith(prefix)) names.add(name);
      } catch (error) {
        if (!(error instanceof VaultError)) throw error;
        damaged.push(fileName);
      }
    }
    return { names: [...names].sort(), damaged };
  }

  return {
    read: (name) => inTurn(name, () => read(name)),
    write: (name, bytes) => {
      // A copy: the caller may go on using its array while this write waits for its turn.
      const copy = Uint8Array.from(bytes);
      return inTurn(name, () => write(name, copy));
    },
    remove: (name) => inTurn(name, () => remove(name)),
    list: async (prefix) => {
      if (closed) throw new VaultError('vault-closed', 'The sealed files are closed');
      await Promise.all(turns.values());
      return list(prefix);
    },
    close: async () => {
      closed = true;
      await Promise.all(turns.values());
      keys.forget();
    },
  };
}

/** Per epoch a key for the bytes and one for the names, so that a name's HMAC says nothing about the sealing key. */
function sealedFileKeys({ epoch, keyOf, epochs }: Required<Omit<SealedFilesOptions, 'dir'>>) {
  const sealing = new Map<number, Uint8Array>();
  const naming: Uint8Array[] = [];
  for (const each of [epoch, ...epochs.filter((other) => other !== epoch)]) {
    const key = keyOf(each);
    if (!key) throw new VaultError('key-missing', `There is no key for key epoch ${each}`);
    sealing.set(each, derive(key, 'talent-counter/files/1/seal'));
    naming.push(derive(key, 'talent-counter/files/1/name'));
  }
  return {
    epoch,
    keyOf: (each: number) => sealing.get(each),
    /** Where a name lies on disk, newest epoch first. */
    fileNames: (name: string) => naming.map((key) => `${mac(key, name).toString('hex')}${ending}`),
    forget: () => {
      for (const key of [...sealing.values(), ...naming]) key.fill(0);
    },
  };
}

/** Length of the name (2, big-endian), the name, the bytes: so that a listing can tell names, which the disk doesn't. */
function pack(name: string, bytes: Uint8Array): Buffer {
  const nameBytes = Buffer.from(name, 'utf8');
  if (nameBytes.length === 0 || nameBytes.length > maxNameBytes) throw new RangeError(`A name has 1 to ${maxNameBytes} bytes`);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(nameBytes.length);
  return Buffer.concat([length, nameBytes, bytes]);
}

function unpack(plain: Buffer, { fileName, name }: { fileName: string; name?: string }): { name: string; bytes: Uint8Array } {
  const end = plain.length < 2 ? Number.POSITIVE_INFINITY : 2 + plain.readUInt16BE(0);
  const found = plain.toString('utf8', 2, Math.min(end, plain.length));
  if (end > plain.length || (name !== undefined && name !== found))
    throw new VaultError('file-damaged', `${fileName} is damaged: it bears another name`, { file: fileName });
  return { name: found, bytes: new Uint8Array(plain.subarray(end)) };
}
