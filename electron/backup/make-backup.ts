import { BackupError } from './backup-error.ts';
import { BackupFolder, distinct } from './backup-folder.ts';
import { backupFolderName, encodeManifest, type Manifest, type ManifestFile, sha256Of } from './manifest.ts';
import type { JournalExtent, Source, SourceFile } from './source.ts';
import type { Target } from './target.ts';

export interface BackupProgress {
  readonly step: 'looking' | 'copying' | 'checking';
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** A backup's journal, as whoever verifies it reads it. */
export interface BackupJournal {
  /** Names in `own` or `received`; undefined where there is no such log. */
  list(log: string): string[] | undefined;
  read(log: string, name: string): Promise<Uint8Array>;
}

/** The keys of one moment. */
export interface BackupKeys {
  /** The newest key epoch, and its key for manifests. */
  readonly epoch: number;
  readonly key: Uint8Array;
  /** Checks seals and chain of every log, and gives the own log's head. Throws where it doesn't hold. */
  verify(journal: BackupJournal): Promise<{ readonly headSeq: number; readonly headChain: Uint8Array }>;
}

export interface MakeBackupOptions {
  readonly source: Source;
  readonly target: Target;
  /** What may not hold the backup. */
  readonly dataFolder: string;
  readonly deviceId: string;
  readonly about: Pick<Manifest, 'backupId' | 'madeAt' | 'mode'>;
  /** The keys as they are; asked when their file has been copied, since another may come, and older ones go, before the end. */
  keys(): BackupKeys;
  extent(): JournalExtent;
  onProgress(progress: BackupProgress): void;
  readonly signal: AbortSignal;
}

export interface MadeBackup {
  readonly folder: string;
  readonly headSeq: number;
  readonly files: number;
  readonly bytes: number;
  /** What was not there already. */
  readonly copiedBytes: number;
}

/** Room for the manifest, folders and the file system's own tables. */
const spareBytes = 1024 * 1024;
/** What all else hangs on was written anew meanwhile: everything is looked at once more, and what changed is copied. */
const maxRounds = 5;

/**
 * Copies what isn't there yet, reads everything back, checks the journal's chain, and writes the manifest last. Until that moment the
 * backup that was there before is as it was. Throws a BackupError; what was copied by then stays and is not copied again.
 */
export async function makeBackup(options: MakeBackupOptions): Promise<MadeBackup> {
  const { target, deviceId, dataFolder } = options;
  await target.check(dataFolder);
  const folder = new BackupFolder(target, backupFolderName(deviceId));
  await folder.make();
  const before = await folder.newestIfThere();
  let copiedBytes = 0;
  for (let round = 1; ; round++) {
    const footing = await options.source.footing();
    const extent = options.extent();
    const { files, found, copied } = await collect(options, folder, { extent, before: before?.manifest.files });
    copiedBytes += copied;
    const keys = options.keys();
    if ((await options.source.footing()) !== footing) {
      if (round < maxRounds) continue;
      throw new BackupError('source-unreadable', { file: 'vault/vault' });
    }
    await check(options, folder, { files, found });
    const { headSeq, headChain } = await keys.verify(journalOf(folder, files));
    if (headSeq !== extent.headSeq || !Buffer.from(headChain).equals(extent.headChain))
      throw new BackupError('source-unreadable', { file: 'journal' });
    await putManifest(options, folder, { files, extent, keys });
    await folder.clear(files);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return { folder: folder.name, headSeq, files: files.length, bytes, copiedBytes };
  }
}

interface Looked {
  readonly from: SourceFile;
  readonly file: ManifestFile;
}

/**
 * Looks and copies until nothing went away meanwhile: what is sealed anew bears another name from then on, and lies under it before the one
 * before goes. Gone for good are a draft that was sent, a scan that was redacted.
 */
async function collect(
  options: MakeBackupOptions,
  folder: BackupFolder,
  { extent, before }: { extent: JournalExtent; before: readonly ManifestFile[] | undefined },
): Promise<{ files: ManifestFile[]; found: Looked[]; copied: number }> {
  const listed = new Set<string>();
  const found: Looked[] = [];
  const files: ManifestFile[] = [];
  let copied = 0;
  for (let went = true; went; ) {
    const now = (await options.source.list(extent)).filter(({ path }) => !listed.has(path));
    for (const { path } of now) listed.add(path);
    const looked = await look(options, now);
    found.push(...looked);
    const named = found.map(({ file }) => file);
    // What a run before left half-done must not be why there is no room. A manifest that can't be read may name any of it.
    if (before) await folder.clear(before, named, files);
    const done = await copy(options, folder, looked);
    files.push(...done.files);
    copied += done.copied;
    went = done.files.length < now.length;
  }
  return { files, found, copied };
}

async function look({ source, onProgress, signal }: MakeBackupOptions, listed: readonly SourceFile[]): Promise<Looked[]> {
  const totalBytes = listed.reduce((sum, { bytes }) => sum + bytes, 0);
  const found: Looked[] = [];
  let doneBytes = 0;
  for (const from of listed) {
    needToGoOn(signal);
    const bytes = await source.read(from);
    if (bytes) found.push({ from, file: { path: from.path, bytes: bytes.length, sha256: sha256Of(bytes) } });
    doneBytes += from.bytes;
    onProgress({ step: 'looking', doneBytes, totalBytes });
  }
  return found;
}

async function copy(
  { source, target, onProgress, signal }: MakeBackupOptions,
  folder: BackupFolder,
  found: readonly Looked[],
): Promise<{ files: ManifestFile[]; copied: number }> {
  const missing = new Map<string, Looked>();
  for (const each of found) if (!(await folder.has(each.file))) missing.set(each.file.sha256, each);
  const totalBytes = [...missing.values()].reduce((sum, { file }) => sum + file.bytes, 0);
  const free = totalBytes === 0 ? Number.POSITIVE_INFINITY : await target.freeBytes();
  if (free < totalBytes + spareBytes) throw new BackupError('target-full', { lackingBytes: totalBytes + spareBytes - free });
  const files: ManifestFile[] = [];
  let copied = 0;
  for (const { from, file } of found) {
    needToGoOn(signal);
    if (!missing.has(file.sha256)) {
      files.push(file);
      continue;
    }
    // Read anew: it may have been replaced since it was looked at, and is then copied as it is now.
    const bytes = await source.read(from);
    if (!bytes) continue;
    const now = { path: file.path, bytes: bytes.length, sha256: sha256Of(bytes) };
    if (!(await folder.has(now))) {
      await folder.put(now.sha256, bytes);
      copied += now.bytes;
    }
    files.push(now);
    onProgress({ step: 'copying', doneBytes: copied, totalBytes: Math.max(totalBytes, copied) });
  }
  return { files, copied };
}

/** Reads everything back. What was there before and has gone bad meanwhile is copied once more; what then still differs is the stick's. */
async function check(
  { source, onProgress, signal }: MakeBackupOptions,
  folder: BackupFolder,
  { files, found }: { files: readonly ManifestFile[]; found: readonly Looked[] },
): Promise<void> {
  const all = distinct(files);
  const totalBytes = all.reduce((sum, { bytes }) => sum + bytes, 0);
  let doneBytes = 0;
  for (const file of all) {
    needToGoOn(signal);
    if (!(await isSound(folder, file))) {
      const from = found.find((each) => each.file.path === file.path)?.from;
      const bytes = from && (await source.read(from));
      if (bytes && sha256Of(bytes) === file.sha256) await folder.put(file.sha256, bytes);
      if (!(await isSound(folder, file))) throw new BackupError('target-unsound', { file: file.path });
    }
    doneBytes += file.bytes;
    onProgress({ step: 'checking', doneBytes, totalBytes });
  }
}

async function isSound(folder: BackupFolder, file: ManifestFile): Promise<boolean> {
  try {
    await folder.read(file);
    return true;
  } catch (error) {
    if (error instanceof BackupError && error.code === 'backup-damaged') return false;
    throw error;
  }
}

async function putManifest(
  { about }: MakeBackupOptions,
  folder: BackupFolder,
  { files, extent, keys: { epoch, key } }: { files: ManifestFile[]; extent: JournalExtent; keys: BackupKeys },
): Promise<void> {
  const own = { seq: extent.headSeq, chain: Buffer.from(extent.headChain).toString('hex') };
  await folder.putManifest(encodeManifest({ format: 1, complete: true, ...about, epoch, own, files }, key));
}

/** The journal within a backup. */
export function journalOf(folder: BackupFolder, files: readonly ManifestFile[]): BackupJournal {
  const namesIn = (log: string) =>
    files.flatMap(({ path }) => (path.startsWith(`journal/${log}/`) ? [path.slice(log.length + 9)] : []));
  return {
    list: (log) => (namesIn(log).length > 0 ? namesIn(log) : undefined),
    read: async (log, name) => {
      const file = files.find(({ path }) => path === `journal/${log}/${name}`);
      if (!file) throw new BackupError('backup-damaged', { file: `journal/${log}/${name}` });
      return folder.read(file);
    },
  };
}

function needToGoOn(signal: AbortSignal): void {
  if (signal.aborted) throw new BackupError('cancelled');
}
