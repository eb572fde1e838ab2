import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { JournalFile, JournalFiles } from '../../electron/journal/journal-files.ts';

interface SimulatedFile {
  /** What a running system sees. */
  seen: Buffer;
  /** What would be there after a power cut, before luck decides on the rest. */
  durable: Buffer;
  pending: { position: number; bytes: Buffer }[];
  nameDurable: boolean;
}

export type Fault = 'create' | 'write' | 'short-write' | 'sync' | 'folder';

const sectorBytes = 512;

/**
 * A disk that forgets what was not synced, sector by sector and name by name, and that takes a failed sync's pages for written, as
 * Linux does. Also notes every byte ever asked to be written, so that a nonce met twice shows.
 */
export class SimulatedDisk {
  readonly files = new Map<string, SimulatedFile>();
  readonly attempted: { file: number; position: number; bytes: Buffer }[] = [];
  /** The next call of this kind fails once. */
  fault: Fault | undefined;
  faultCode = 'EIO';
  /** Calls to let through before the fault strikes. */
  faultAfter = 0;
  #life = 0;
  #created = 0;
  readonly #luck: () => number;

  constructor(luck: () => number) {
    this.#luck = luck;
  }

  /** The disk as one process sees it: after a kill, calls of the dead one never answer. */
  forProcess(): JournalFiles {
    const life = this.#life;
    return {
      makeFolder: async () => undefined,
      list: async (folder) => {
        const names = [...this.files.keys()].filter((path) => dirname(path) === folder).map((path) => basename(path));
        return names.length > 0 ? names : undefined;
      },
      create: async (path) => {
        await this.#step('create', life);
        if (this.files.has(path)) throw Object.assign(new Error('EEXIST'), { code: 'EEXIST' });
        this.files.set(path, { seen: Buffer.alloc(0), durable: Buffer.alloc(0), pending: [], nameDurable: false });
        this.#created += 1;
        return this.#handle(path, this.#created, life);
      },
      open: async (path) => {
        if (!this.files.has(path)) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
        return this.#handle(path, 0, life);
      },
      syncFolder: async (folder) => {
        await this.#step('folder', life);
        for (const [path, file] of this.files) if (dirname(path) === folder) file.nameDurable = true;
      },
      replace: async (path, bytes) => {
        await this.#step('write', life);
        const whole = Buffer.from(bytes);
        this.files.set(path, { seen: whole, durable: Buffer.from(whole), pending: [], nameDurable: true });
      },
    };
  }

  /** The process is gone at once: what it had under way never answers. The system's memory stays. */
  kill(lockFolder: string): void {
    this.#life += 1;
    this.fault = undefined;
    for (const name of readdirSync(lockFolder)) if (name.startsWith('lock-')) rmSync(join(lockFolder, name));
  }

  /** The system's memory is gone too. Of what was not synced, each sector and each name stays or goes by luck. */
  cutPower(lockFolder: string): void {
    this.kill(lockFolder);
    for (const [path, file] of this.files) {
      if (!file.nameDurable && this.#luck() < 0.5) {
        this.files.delete(path);
        continue;
      }
      file.durable = this.#settle(file);
      file.pending = [];
      file.seen = Buffer.from(file.durable);
      file.nameDurable = true;
    }
  }

  #settle(file: SimulatedFile): Buffer {
    const grown = Math.max(file.durable.length, ...file.pending.map(({ position, bytes }) => position + bytes.length));
    const lengthBytes = file.durable.length + Math.floor(this.#luck() * (grown - file.durable.length + 1));
    const result = Buffer.alloc(lengthBytes, 0);
    file.durable.copy(result);
    for (const { position, bytes } of file.pending) {
      for (let from = 0; from < bytes.length; ) {
        const to = Math.min(bytes.length, from + sectorBytes - ((position + from) % sectorBytes));
        if (this.#luck() < 0.5) bytes.copy(result, Math.min(position + from, lengthBytes), from, to);
        from = to;
      }
    }
    return result;
  }

  #handle(path: string, id: number, life: number): JournalFile {
    const get = async (): Promise<SimulatedFile> => {
      if (life !== this.#life) await new Promise(() => undefined);
      return this.files.get(path) as SimulatedFile;
    };
    return {
      write: async (bytes, position) => {
        const file = await get();
        if (id > 0) this.attempted.push({ file: id, position, bytes: Buffer.from(bytes) });
        await this.#step('write', life);
        await get();
        const short = this.#strikes('short-write') ? Math.floor(this.#luck() * bytes.length) : bytes.length;
        writeInto(file, Buffer.from(bytes.subarray(0, short)), position);
        return short;
      },
      read: async (into, position) => (await get()).seen.copy(into, 0, Math.min(position, (await get()).seen.length)),
      syncData: async () => {
        const file = await get();
        const fails = this.#strikes('sync');
        file.durable = fails ? this.#settle(file) : Buffer.from(file.seen);
        file.pending = [];
        if (fails) throw this.#error();
      },
      sizeBytes: async () => (await get()).seen.length,
      close: async () => undefined,
    };
  }

  async #step(kind: Fault, life: number): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (life !== this.#life) await new Promise(() => undefined);
    if (this.#strikes(kind)) throw this.#error();
  }

  #strikes(kind: Fault): boolean {
    if (this.fault !== kind || this.faultAfter-- > 0) return false;
    this.fault = undefined;
    return true;
  }

  #error(): Error {
    return Object.assign(new Error(this.faultCode), { code: this.faultCode });
  }
}

function writeInto(file: SimulatedFile, bytes: Buffer, position: number): void {
  const seen = Buffer.alloc(Math.max(file.seen.length, position + bytes.length));
  file.seen.copy(seen);
  bytes.copy(seen, position);
  file.seen = seen;
  file.pending.push({ position, bytes });
}
