import { isAbsolute, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BackupError, codeOf } from './backup-error.ts';
import { type DiskFiles, diskFiles } from './disk-files.ts';

export interface TargetOptions {
  /** The folder that a person chose. */
  readonly folder: string;
  readonly files?: DiskFiles;
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** Windows' virus scanners and indexers hold a new file for a moment; the pauses add up to some five seconds. */
const lockPausesMs = [20, 40, 80, 160, 320, 640, 1_280, 2_560];
const lockCodes = new Set<unknown>(['EBUSY', 'EPERM', 'EACCES']);
const fullCodes = new Set<unknown>(['ENOSPC', 'EDQUOT', 'EFBIG']);
const goneCodes = new Set<unknown>(['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'EIO', 'ESTALE', 'ENOTCONN', 'EHOSTDOWN', 'UNKNOWN']);

/** The chosen folder: everything that is asked of it ends well, or in a BackupError that says what became of the folder. */
export class Target {
  readonly folder: string;
  readonly #files: DiskFiles;
  readonly #wait: (ms: number) => Promise<unknown>;
  #device: number | undefined;

  constructor({ folder, files = diskFiles, wait = sleep }: TargetOptions) {
    this.folder = folder;
    this.#files = files;
    this.#wait = wait;
  }

  /** Throws `target-gone`, or `target-inside` where the folder lies within (or around) the counter's own data. */
  async check(dataFolder: string): Promise<void> {
    const [folder, data] = await this.#asked(async () =>
      Promise.all([this.#files.realPath(this.folder), this.#files.realPath(dataFolder)]),
    );
    if (isWithin(data, folder)) throw new BackupError('target-inside');
    this.#device = await this.#asked(() => this.#files.device(this.folder));
    // A file is no folder; and one that can't be listed is no place to keep anything.
    await this.#asked(() => this.#files.list(this.folder));
  }

  /** Names in a folder within; none where there is no such folder. */
  async list(...parts: string[]): Promise<string[]> {
    return (await this.#unlessMissing(() => this.#files.list(this.#path(parts)))) ?? [];
  }

  read(...parts: string[]): Promise<Uint8Array | undefined> {
    return this.#unlessMissing(() => this.#files.read(this.#path(parts)));
  }

  sizeBytes(...parts: string[]): Promise<number | undefined> {
    return this.#unlessMissing(() => this.#files.sizeBytes(this.#path(parts)));
  }

  async write(bytes: Uint8Array, ...parts: string[]): Promise<void> {
    await this.needThere();
    await this.#asked(() => this.#files.write(this.#path(parts), bytes), bytes.length);
  }

  async makeFolder(...parts: string[]): Promise<void> {
    await this.needThere();
    await this.#asked(() => this.#files.makeFolder(this.#path(parts)));
  }

  remove(...parts: string[]): Promise<void> {
    return this.#asked(() => this.#files.remove(this.#path(parts)));
  }

  freeBytes(): Promise<number> {
    return this.#asked(() => this.#files.freeBytes(this.folder));
  }

  /** A stick that was pulled leaves an empty folder of the same name on the computer's own disk: nothing may be written there. */
  async needThere(): Promise<void> {
    const device = await this.#asked(() => this.#files.device(this.folder));
    this.#device ??= device;
    if (device !== this.#device) throw new BackupError('target-gone');
  }

  #path(parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  async #unlessMissing<T>(step: () => Promise<T>): Promise<T | undefined> {
    return this.#asked(() =>
      step().catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw error;
      }),
    );
  }

  async #asked<T>(step: () => Promise<T>, bytes = 0): Promise<T> {
    for (let tries = 0; ; tries++) {
      try {
        return await step();
      } catch (error) {
        const pause = lockCodes.has(codeOf(error)) ? lockPausesMs[tries] : undefined;
        if (pause === undefined) throw this.#said(error, bytes);
        await this.#wait(pause);
      }
    }
  }

  #said(error: unknown, lackingBytes: number): unknown {
    const code = codeOf(error);
    if (fullCodes.has(code)) return new BackupError('target-full', { lackingBytes, cause: error });
    if (code === 'EROFS' || lockCodes.has(code)) return new BackupError('target-read-only', { cause: error });
    return goneCodes.has(code) ? new BackupError('target-gone', { cause: error }) : error;
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}
