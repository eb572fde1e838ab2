import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, statfs } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import type { BackupPlace } from '../../../shared/contract/backup-calls.ts';
import type { BackupFound, RestoreSheet } from '../../../shared/contract/restore-calls.ts';
import type { StaffId } from '../../../shared/domain/ids.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { checkStaffNumber, tidyStaffNumber } from '../../../shared/domain/staff/new-member.ts';
import { BackupFolder, type FoundManifest, findBackups } from '../../backup/backup-folder.ts';
import type { BackupProgress } from '../../backup/make-backup.ts';
import { checkSeal, type ManifestFile, manifestKey } from '../../backup/manifest.ts';
import { takeOut } from '../../backup/take-out.ts';
import { Target } from '../../backup/target.ts';
import type { RestoreForm, RestoreKeeper } from '../../desk/restore.ts';
import type { Host } from '../../host/host.ts';
import { makeFolder, placeFolder, writeDurably } from '../../vault/durable-file.ts';
import { newPassphrase } from '../../vault/passphrase.ts';
import type { Vault, VaultOptions } from '../../vault/vault.ts';
import type { CounterClock } from '../counter-clock.ts';
import type { EnrollingSession } from '../going-live.ts';
import { checkNewPin } from '../new-pin.ts';
import { liveFolder } from '../program-paths.ts';
import type { Trial } from '../trial.ts';
import { backupRefusal } from './backup-refusal.ts';
import { toMebibytes } from './counter-backup.ts';
import { clearRestoring, letTakeThePlace, restoringFolder } from './placed-restore.ts';
import { findPlaces, type Mounted } from './places.ts';
import { readyFiles } from './restored-files.ts';
import { readRestoredJournal } from './restored-journal.ts';
import { openByRecoveryKey } from './restored-vault.ts';

export interface RestoringOptions {
  readonly session: EnrollingSession;
  readonly host: Host;
  readonly clock: CounterClock;
  readonly trial: Trial;
  readonly scrypt?: VaultOptions['scrypt'];
  readonly mounted?: (() => Promise<Mounted[]>) | undefined;
  newId(): string;
  /** The counter is in its place: the program ends, and starts anew as that one. */
  onLive(): void;
}

interface Prepared {
  readonly sheet: RestoreSheet;
}

/** What the new counter needs beside its files: rows are made anew from the journal, and a first day is worked on it. */
const spareBytes = 512 * 1024 * 1024;

/**
 * 从备份恢复. The counter is built beside its place out of the backup, opened by the recovery key, verified from end to end, and given a
 * device of its own; it is put in its place by one rename. What was built before that is of no use, and cleared away by the next attempt.
 * Where a counter's start stopped because of damage, the next start sets that one aside (placed-restore.ts).
 */
export class Restoring implements RestoreKeeper {
  readonly #options: RestoringOptions;
  #prepared: Prepared | undefined;
  #progress: BackupProgress | undefined;
  #stop: AbortController | undefined;

  constructor(options: RestoringOptions) {
    this.#options = options;
  }

  places(): Promise<BackupPlace[]> {
    const { session, host, mounted } = this.#options;
    return session.whileRestorable(() => findPlaces(dirname(host.paths.userData), mounted));
  }

  look(path: string): Promise<BackupFound[]> {
    return this.#options.session.whileRestorable(async () => {
      if (!isAbsolute(path)) refuse('field-refused', { fields: [{ path: 'path', code: 'not-a-folder-path' }] });
      return this.#plainly(async () => {
        const target = new Target({ folder: path });
        await target.needThere();
        const { found, troubles } = await findBackups(target);
        if (found.length === 0 && troubles[0]) throw troubles[0];
        if (found.length === 0) refuse('backup-not-found', {});
        return found.map(({ folder, manifest }) => foundIn(join(path, folder.name), manifest));
      });
    });
  }

  progress() {
    return this.#progress && toMebibytes(this.#progress);
  }

  prepare(form: RestoreForm): Promise<RestoreSheet> {
    return this.#options.session.whileRestorable(async () => {
      if (this.#stop) refuse('backup-running', {});
      this.#prepared = undefined;
      await this.#needPlace();
      const member = this.#readMember(form);
      const stop = new AbortController();
      this.#stop = stop;
      try {
        await clearRestoring(this.#data);
        const sheet = await this.#plainly(() => this.#build(form, member, stop.signal));
        this.#prepared = { sheet };
        return sheet;
      } catch (error) {
        // Nothing of it is any good, and it holds what a lost backup may still hold.
        await clearRestoring(this.#data).catch(() => undefined);
        throw error;
      } finally {
        this.#stop = undefined;
        this.#progress = undefined;
      }
    });
  }

  cancel(): void {
    this.#stop?.abort();
  }

  confirm(words: readonly string[]): Promise<void> {
    return this.#options.session.whileRestorable(async () => {
      checkWords(this.#prepared?.sheet, words);
      await this.#needPlace();
      if (this.#replaces) await letTakeThePlace(this.#data);
      else await placeFolder(this.#building, this.#live);
      this.#prepared = undefined;
      this.#options.session.awaitLiveStart();
      this.#options.onLive();
    });
  }

  get #data(): string {
    return dirname(this.#options.host.paths.userData);
  }

  get #live(): string {
    return liveFolder(this.#data);
  }

  get #building(): string {
    return restoringFolder(this.#data);
  }

  /** The counter that this program was started for can't be opened, as the session vouches. */
  get #replaces(): boolean {
    return this.#options.host.paths.userData === this.#live;
  }

  /** Nothing is ever restored over a counter, or over what is left of one. */
  async #needPlace(): Promise<void> {
    if (this.#replaces) return;
    if (existsSync(join(this.#live, 'vault'))) refuse('already-enrolled', {});
    if (existsSync(this.#live) && (await readdir(this.#live)).length > 0) refuse('counter-folder-taken', {});
  }

  #readMember({ staffNumber, pin, folder }: RestoreForm): { number: string; pin: string } {
    const number = tidyStaffNumber(staffNumber);
    const code = checkStaffNumber(number);
    if (code) refuse('field-refused', { fields: [{ path: 'staffNumber', code }] });
    if (!isAbsolute(folder)) refuse('field-refused', { fields: [{ path: 'path', code: 'not-a-folder-path' }] });
    checkNewPin({ number, pin, path: 'pin' }, { mode: 'office', trial: this.#options.trial });
    return { number, pin };
  }

  async #build(
    { folder, recoveryKey }: RestoreForm,
    member: { number: string; pin: string },
    signal: AbortSignal,
  ): Promise<RestoreSheet> {
    const backup = new BackupFolder(new Target({ folder }), '');
    const found = await backup.newest();
    const { manifest } = found;
    // 试用 has nobody who holds its recovery key, and its data is sample data.
    if (manifest.mode === 'trial') refuse('backup-of-trial', {});
    await this.#needRoom(manifest.files.reduce((sum, { bytes }) => sum + bytes, 0));
    const isKeys = ({ path }: ManifestFile) => path.startsWith('vault/');
    const copy = (files: readonly ManifestFile[]) => this.#copy(backup, files, signal);
    await copy(manifest.files.filter(isKeys));
    const passphrase = this.#options.host.secrets ? undefined : newPassphrase();
    const opened = await openByRecoveryKey(this.#vaultOptions, { recoveryKey, passphrase, newId: this.#options.newId });
    try {
      this.#needGenuine(found, opened.vault);
      await copy(manifest.files.filter((file) => !isKeys(file)));
      const journal = await readRestoredJournal(this.#building, opened.vault, manifest);
      const administrator = [...journal.staff.values()].find(({ number }) => number === member.number);
      if (administrator?.role !== 'administrator')
        refuse('field-refused', { fields: [{ path: 'staffNumber', code: 'not-an-administrator' }] });
      await readyFiles(this.#building, opened.vault, {
        journal,
        manifest,
        by: administrator.id,
        deviceId: this.#options.newId(),
      });
      await opened.handOver({ staffId: administrator.id as StaffId, staffNumber: member.number, pin: member.pin });
      opened.vault.noteMark('own', { seq: journal.headSeq, chain: journal.headChain });
      await opened.vault.saveMarks();
      const { headSeq: entries, people, cards } = journal;
      return { ...(passphrase && { passphrase }), ask: whatToAsk(passphrase), entries, people, cards };
    } finally {
      await opened.vault.close();
    }
  }

  #needGenuine(found: FoundManifest, vault: Vault): void {
    const key = vault.keyOf('files', found.manifest.epoch) ?? refuse('backup-not-genuine', {});
    checkSeal(found, manifestKey(key), found.name);
  }

  async #copy(folder: BackupFolder, files: readonly ManifestFile[], signal: AbortSignal): Promise<void> {
    const at = (path: string) => join(this.#building, ...path.split('/'));
    const made = new Set<string>();
    await takeOut({
      folder,
      files,
      write: async (path, bytes) => {
        const within = dirname(at(path));
        if (!made.has(within)) await makeFolder(within);
        made.add(within);
        await writeDurably(at(path), bytes);
      },
      read: (path) => readFile(at(path)),
      onProgress: (progress) => {
        this.#progress = progress;
      },
      signal,
    });
  }

  async #needRoom(bytes: number): Promise<void> {
    const { bavail, bsize } = await statfs(dirname(this.#live));
    if (bavail * bsize < bytes + spareBytes) refuse('disk-full', {});
  }

  get #vaultOptions(): VaultOptions {
    const { host, clock, scrypt } = this.#options;
    return { dir: join(this.#building, 'vault'), clock, secrets: host.secrets, ...(scrypt && { scrypt }) };
  }

  async #plainly<T>(step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      throw backupRefusal(error);
    }
  }
}

function foundIn(folder: string, { madeAt, own, files, mode }: FoundManifest['manifest']): BackupFound {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { folder, madeAt, entries: own.seq, files: files.length, bytes, trial: mode === 'trial' };
}

/** Two words that nobody can tell beforehand; none where a keyring keeps the second factor. */
function whatToAsk(passphrase: string | undefined): number[] {
  const count = passphrase?.split(' ').length ?? 0;
  if (count === 0) return [];
  const first = randomInt(count);
  const second = (first + 1 + randomInt(count - 1)) % count;
  return [first + 1, second + 1].sort((a, b) => a - b);
}

function checkWords(sheet: RestoreSheet | undefined, words: readonly string[]): void {
  const code = 'not-as-shown';
  if (!sheet) refuse('field-refused', { fields: [{ path: 'words.0', code }] });
  const wanted = sheet.passphrase?.split(' ') ?? [];
  const plainly = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const wrong = sheet.ask.flatMap((word, at) => (plainly(words[at] ?? '') === wanted[word - 1] ? [] : [`words.${at}`]));
  if (wrong.length > 0) refuse('field-refused', { fields: wrong.map((path) => ({ path, code })) });
}
