import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupError, codeOf } from './backup-error.ts';
import { isCounterPath, sha256Of } from './manifest.ts';

/** The own log at one moment, as far as it is acknowledged. */
export interface JournalExtent {
  readonly headSeq: number;
  readonly headChain: Uint8Array;
  readonly segments: readonly { readonly file: string; readonly bytes: number }[];
}

export interface SourceFile {
  /** Within the counter's folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** The file grows: only so much of it is acknowledged. */
  readonly growing: boolean;
}

const folders = ['journal', 'journal/own', 'journal/received', 'vault', 'files', 'attachments'];
/** What begins anew on another machine: who writes, wrong PINs, and marks, which the restored copy makes from the backup's head. */
const left = /^(journal\/(own\/|received\/)?lock-.*|vault\/(attempts|marks)|.*\.tmp)$/;
const footing = ['vault/vault', 'vault/vault-copy', 'journal/anchors'];
const segmentName = /^\d{16}-(\d{10})\.tcj$/;

/** The counter's folder as a backup copies it: sealed bytes as they are, no key needed. */
export class Source {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** All there is to copy. The extent is taken before this lists, so that whatever its entries name lies there already. */
  async list(extent: JournalExtent): Promise<SourceFile[]> {
    const all: SourceFile[] = [];
    for (const folder of folders) {
      for (const name of (await this.#names(folder)).sort()) {
        const path = `${folder}/${name}`;
        if (left.test(path) || !isCounterPath(path)) continue;
        const file = await this.#found(path, extent);
        if (file) all.push(file);
      }
    }
    return all;
  }

  /**
   * What all else hangs on, as it is now: the keys must fit what they open, and no signed head may be ahead of the journal. Where it is the
   * same before the extent was taken and after everything was copied, it fits.
   */
  async footing(): Promise<string> {
    const hashes = footing.map(async (path) => {
      const bytes = await this.#bytes(path, { mayGo: true });
      return bytes ? sha256Of(bytes) : 'none';
    });
    return (await Promise.all(hashes)).join(' ');
  }

  /** The bytes of a listed file; undefined where it is gone since: a draft that was sent, a scan that was redacted. */
  async read({ path, bytes, growing }: SourceFile): Promise<Uint8Array | undefined> {
    const all = await this.#bytes(path, { mayGo: path.startsWith('files/') || path.startsWith('attachments/') });
    if (!all || !growing) return all;
    if (all.length < bytes) throw new BackupError('source-unreadable', { file: path });
    return all.subarray(0, bytes);
  }

  async #bytes(path: string, { mayGo }: { mayGo: boolean }): Promise<Uint8Array | undefined> {
    try {
      return await readFile(join(this.#folder, path));
    } catch (cause) {
      if (mayGo && codeOf(cause) === 'ENOENT') return undefined;
      throw new BackupError('source-unreadable', { file: path, cause });
    }
  }

  async #found(path: string, { segments }: JournalExtent): Promise<SourceFile | undefined> {
    const name = path.startsWith('journal/own/') ? path.slice('journal/own/'.length) : '';
    const segment = segments.find(({ file }) => file === name);
    const newest = segments.at(-1)?.file ?? '';
    // Begun after the extent was taken: the next backup's.
    if (!segment && ordinalOf(name) > ordinalOf(newest)) return undefined;
    const info = await stat(join(this.#folder, path)).catch((cause: unknown) => {
      if (codeOf(cause) === 'ENOENT') return undefined;
      throw new BackupError('source-unreadable', { file: path, cause });
    });
    if (!info?.isFile()) return undefined;
    const growing = segment !== undefined && segment.file === newest;
    return { path, bytes: growing ? segment.bytes : info.size, growing };
  }

  async #names(folder: string): Promise<string[]> {
    try {
      return await readdir(join(this.#folder, folder));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw new BackupError('source-unreadable', { file: folder, cause: error });
    }
  }
}

function ordinalOf(name: string): number {
  return Number(segmentName.exec(name)?.[1] ?? 0);
}
