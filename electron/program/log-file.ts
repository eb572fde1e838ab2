import { closeSync, fdatasyncSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a log needs of the disk. Tests give one that fails. */
export interface LogDisk {
  open(path: string): number;
  sizeOf(fd: number): number;
  /** Undefined where the file is empty. */
  lastByte(path: string): number | undefined;
  write(fd: number, bytes: Uint8Array): number;
  sync(fd: number): void;
  close(fd: number): void;
  makeFolder(folder: string): void;
  list(folder: string): string[];
  remove(path: string): void;
}

export interface LogFileOptions {
  /** Made with the first line, for its owner alone. */
  readonly folder: string;
  readonly maxBytes?: number;
  readonly keepFiles?: number;
  readonly keepDays?: number;
  readonly now?: () => Date;
  readonly disk?: LogDisk;
}

/** In the data folder of a start. */
export const logFolder = 'logs';
const fileName = /^program-(\d{4}-\d{2}-\d{2})-(\d+)\.log$/;
/** A disk that is full is asked again after so long, and not with each line. */
const retryMs = 5_000;
const dayMs = 86_400_000;
const lineEnd = 0x0a;

/**
 * Lines in a folder: a new file each day and after so many bytes, the oldest cleared away. Each line is handed to the system before
 * `write` returns, so that a program that is killed has lost none of them. A log never stops work: what can't be written is counted, and
 * the count is written as soon as the disk takes lines again.
 */
export class LogFile {
  readonly #options: Required<LogFileOptions>;
  #open: { fd: number; day: string; bytes: number } | undefined;
  #lost = 0;
  #isTorn = false;
  #retryAt = 0;

  constructor(options: LogFileOptions) {
    this.#options = { maxBytes: 1024 * 1024, keepFiles: 10, keepDays: 30, now: () => new Date(), disk: systemDisk, ...options };
  }

  /** One line without its end. Never throws. */
  write(line: string): void {
    const now = this.#options.now();
    if (this.#lost > 0 && now.getTime() < this.#retryAt) {
      this.#lost += 1;
      return;
    }
    try {
      if (this.#lost > 0) this.#put(now, lostLine(now, this.#lost));
      this.#lost = 0;
      this.#put(now, line);
    } catch {
      this.#lost += 1;
      this.#retryAt = now.getTime() + retryMs;
      this.#letGo();
    }
  }

  /** What was written is on the disk itself, as far as it can be. Never throws. */
  flush(): void {
    try {
      if (this.#open) this.#options.disk.sync(this.#open.fd);
    } catch {
      this.#letGo();
    }
  }

  close(): void {
    this.flush();
    this.#letGo();
  }

  #put(now: Date, line: string): void {
    const file = this.#fileFor(now);
    // Behind a part of a line that a full disk took, the next one begins at a line of its own.
    const bytes = Buffer.from(this.#isTorn ? `\n${line}\n` : `${line}\n`);
    const written = this.#options.disk.write(file.fd, bytes);
    file.bytes += written;
    this.#isTorn = written < bytes.length;
    if (this.#isTorn) throw new Error('the disk took a part of the line');
  }

  #fileFor(now: Date): { fd: number; bytes: number } {
    const day = now.toISOString().slice(0, 10);
    const { disk, folder, maxBytes } = this.#options;
    if (this.#open?.day === day && this.#open.bytes < maxBytes) return this.#open;
    this.#letGo();
    disk.makeFolder(folder);
    const names = logNames(disk.list(folder));
    const newest = names.filter((name) => dayOf(name) === day).at(-1);
    const number = newest === undefined ? 1 : Number(fileName.exec(newest)?.[2]);
    for (let at = number; ; at += 1) {
      const path = join(folder, `program-${day}-${at}.log`);
      const fd = disk.open(path);
      this.#open = { fd, day, bytes: disk.sizeOf(fd) };
      // A power cut may have kept half a line: the first of this program is not to be its other half.
      this.#isTorn = (disk.lastByte(path) ?? lineEnd) !== lineEnd;
      if (this.#open.bytes < maxBytes) break;
      this.#letGo();
    }
    this.#clearOld(now);
    return this.#open;
  }

  #clearOld(now: Date): void {
    const { disk, folder, keepFiles, keepDays } = this.#options;
    const oldest = new Date(now.getTime() - keepDays * dayMs).toISOString().slice(0, 10);
    const names = logNames(disk.list(folder));
    const old = names.filter((name, at) => at < names.length - keepFiles || dayOf(name) < oldest);
    for (const name of old) disk.remove(join(folder, name));
  }

  #letGo(): void {
    const file = this.#open;
    this.#open = undefined;
    try {
      if (file) this.#options.disk.close(file.fd);
    } catch {
      // There is nothing left to be done with it.
    }
  }
}

const dayOf = (name: string) => fileName.exec(name)?.[1] ?? '';

const lostLine = (now: Date, count: number) =>
  JSON.stringify({ level: 'warn', time: now.toISOString(), msg: `${count} lines could not be written before this one` });

/** The log's own files among those of a folder, newest last. */
function logNames(names: readonly string[]): string[] {
  const order = new Intl.Collator('en', { numeric: true });
  return names.filter((name) => fileName.test(name)).sort(order.compare);
}

/** The same of a folder; none where there is no log. */
export function logNamesIn(folder: string): string[] {
  try {
    return logNames(systemDisk.list(folder));
  } catch {
    return [];
  }
}

const systemDisk: LogDisk = {
  open: (path) => openSync(path, 'a', 0o600),
  sizeOf: (fd) => fstatSync(fd).size,
  lastByte,
  write: (fd, bytes) => writeSync(fd, bytes),
  sync: fdatasyncSync,
  close: closeSync,
  makeFolder: (folder) => {
    // Whoever the browser runs as must get through the outermost to its own profile; the host makes these folders just so.
    mkdirSync(dirname(dirname(folder)), { recursive: true, mode: 0o711 });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  },
  list: (folder) => readdirSync(folder),
  remove: unlinkSync,
};

function lastByte(path: string): number | undefined {
  const fd = openSync(path, 'r');
  try {
    const byte = Buffer.alloc(1);
    const { size } = fstatSync(fd);
    return size > 0 && readSync(fd, byte, 0, 1, size - 1) === 1 ? byte[0] : undefined;
  } finally {
    closeSync(fd);
  }
}
