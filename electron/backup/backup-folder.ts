import { BackupError } from './backup-error.ts';
import { temporaryEnding } from './disk-files.ts';
import {
  dataName,
  decodeManifest,
  folderStart,
  type Manifest,
  type ManifestFile,
  manifestNameOf,
  manifestNumberOf,
  placeOf,
  type ReadManifest,
  sha256Of,
} from './manifest.ts';
import type { Target } from './target.ts';

export interface FoundManifest extends ReadManifest {
  readonly name: string;
}

/** One device's backup in a chosen folder: numbered manifests, and under `data` the bytes they name, by their hash. */
export class BackupFolder {
  readonly name: string;
  readonly #target: Target;

  constructor(target: Target, name: string) {
    this.#target = target;
    this.name = name;
  }

  async make(): Promise<void> {
    if (this.name !== '') await this.#target.makeFolder(this.name);
    await this.#target.makeFolder(this.name, dataName);
  }

  /** The newest manifest that is whole. Throws why there is none: `backup-not-found`, `-unfinished`, `-damaged`, `-newer`. */
  async newest(): Promise<FoundManifest> {
    const names = await this.#manifestNames();
    let worst: unknown;
    for (const name of names) {
      try {
        const bytes = await this.#target.read(this.name, name);
        if (bytes) return { name, ...decodeManifest(bytes, name) };
      } catch (error) {
        if (!(error instanceof BackupError)) throw error;
        worst ??= error;
      }
    }
    if (worst) throw worst;
    throw new BackupError((await this.hasData()) ? 'backup-unfinished' : 'backup-not-found');
  }

  /** The newest manifest, or undefined where there is none that is whole. */
  async newestIfThere(): Promise<FoundManifest | undefined> {
    try {
      return await this.newest();
    } catch (error) {
      if (error instanceof BackupError && error.code.startsWith('backup-')) return undefined;
      throw error;
    }
  }

  /** Whether bytes of that length lie under that hash; what they are is for `read` to say. */
  async has({ sha256, bytes }: Pick<ManifestFile, 'sha256' | 'bytes'>): Promise<boolean> {
    return (await this.#target.sizeBytes(this.name, dataName, ...placeOf(sha256))) === bytes;
  }

  async put(sha256: string, bytes: Uint8Array): Promise<void> {
    const [folder, name] = placeOf(sha256);
    await this.#target.makeFolder(this.name, dataName, folder);
    await this.#target.write(bytes, this.name, dataName, folder, name);
  }

  /** The bytes of a file, held against their hash. Throws a BackupError: `backup-damaged` with the file's path. */
  async read({ path, sha256, bytes: length }: ManifestFile): Promise<Uint8Array> {
    const bytes = await this.#target.read(this.name, dataName, ...placeOf(sha256));
    if (bytes?.length !== length || sha256Of(bytes) !== sha256) throw new BackupError('backup-damaged', { file: path });
    return bytes;
  }

  /** Puts a manifest beside those that are there, reads it back, and only then takes the older ones away. */
  async putManifest(bytes: Uint8Array): Promise<void> {
    const older = await this.#manifestNames();
    const name = manifestNameOf(manifestNumberOf(older[0] ?? '') + 1);
    await this.#target.write(bytes, this.name, name);
    const kept = await this.#target.read(this.name, name);
    if (!kept || !Buffer.from(kept).equals(bytes)) throw new BackupError('target-unsound', { file: name });
    for (const each of older) await this.#target.remove(this.name, each);
  }

  /** Takes away what neither of these manifests names, and what a killed run left half-written. Nothing else is touched. */
  async clear(...keep: readonly (readonly ManifestFile[])[]): Promise<void> {
    const named = new Set(keep.flatMap((files) => files.map(({ sha256 }) => sha256)));
    for (const name of await this.#target.list(this.name)) {
      if (name.startsWith('manifest-') && name.endsWith(temporaryEnding)) await this.#target.remove(this.name, name);
    }
    for (const folder of await this.#target.list(this.name, dataName)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for (const name of await this.#target.list(this.name, dataName, folder)) {
        const isOurs = name.endsWith(temporaryEnding) || /^[0-9a-f]{62}$/.test(name);
        if (isOurs && !named.has(folder + name)) await this.#target.remove(this.name, dataName, folder, name);
      }
    }
  }

  async #manifestNames(): Promise<string[]> {
    const names = (await this.#target.list(this.name)).filter((name) => manifestNumberOf(name) > 0);
    return names.sort().reverse();
  }

  /** Whether bytes of ours lie here, whole backup or not: `data` alone is anybody's name. */
  async hasData(): Promise<boolean> {
    const names = await this.#target.list(this.name, dataName);
    return names.length > 0 && names.every((name) => /^[0-9a-f]{2}$/.test(name));
  }
}

export interface FoundBackup {
  readonly folder: BackupFolder;
  readonly manifest: Manifest;
}

/** The backups in a chosen folder, newest first: it is one itself, or holds those of one or more devices. What is wrong with others is told. */
export async function findBackups(target: Target): Promise<{ found: FoundBackup[]; troubles: BackupError[] }> {
  const names = await target.list();
  const inside = names.filter((name) => name.startsWith(folderStart) && !name.endsWith(temporaryEnding));
  const isOne = names.some((name) => manifestNumberOf(name) > 0) || (await new BackupFolder(target, '').hasData());
  const found: FoundBackup[] = [];
  const troubles: BackupError[] = [];
  for (const name of isOne ? [''] : inside) {
    const folder = new BackupFolder(target, name);
    try {
      found.push({ folder, manifest: (await folder.newest()).manifest });
    } catch (error) {
      if (!(error instanceof BackupError)) throw error;
      troubles.push(error);
    }
  }
  return { found: found.sort((a, b) => (a.manifest.madeAt < b.manifest.madeAt ? 1 : -1)), troubles };
}

/** The manifest's bytes per file path, once each hash is read only once. */
export function distinct(files: readonly ManifestFile[]): ManifestFile[] {
  return [...new Map(files.map((file) => [file.sha256, file])).values()];
}
