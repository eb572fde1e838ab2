import { randomBytes } from 'node:crypto';
import { dirname, isAbsolute } from 'node:path';
import type { BackupPlace, BackupState, LastBackup } from '../../../shared/contract/backup-calls.ts';
import type { StaffId } from '../../../shared/domain/ids.ts';
import { Refusal, refuse } from '../../../shared/domain/refusal.ts';
import type { Staff } from '../../../shared/domain/staff/staff.ts';
import { BackupError } from '../../backup/backup-error.ts';
import { type BackupKeys, type BackupProgress, makeBackup } from '../../backup/make-backup.ts';
import { manifestKey } from '../../backup/manifest.ts';
import { Source } from '../../backup/source.ts';
import { Target } from '../../backup/target.ts';
import type { BackupKeeper } from '../../desk/backup-keeper.ts';
import type { ChangeFeed } from '../../desk/change-feed.ts';
import type { DeskDecisions, DeskFiles } from '../../desk/open-counter.ts';
import type { Journal } from '../../journal/open-journal.ts';
import type { Vault } from '../../vault/vault.ts';
import type { CounterClock } from '../counter-clock.ts';
import type { ProgramLog } from '../program-log.ts';
import { verifyBackupJournal } from './backup-journal.ts';
import { backupRefusal } from './backup-refusal.ts';
import { dailyHour, daysBetween, isDue, lateDays, quietMs, retryMs } from './daily.ts';
import { type KeptBackup, readKeptBackup, writeKeptBackup } from './kept-backup.ts';
import { describePlace, findPlaces, type Mounted } from './places.ts';

/** What the program knows around an open counter. */
export interface BackupSurroundings {
  /** Whoever is signed in, locked or not. */
  staff(): Staff | undefined;
  /** How long nobody has asked for anything. */
  idleMs(): number;
  /** Only tests say otherwise. */
  readonly mounted?: () => Promise<Mounted[]>;
  readonly pollMs?: number;
}

export interface CounterBackupOptions extends BackupSurroundings {
  readonly userData: string;
  readonly deviceId: () => string;
  readonly trial: boolean;
  readonly vault: Vault;
  readonly files: DeskFiles;
  readonly decisions: DeskDecisions;
  readonly journal: Journal;
  readonly clock: CounterClock;
  readonly log: ProgramLog;
  readonly changes: ChangeFeed;
  /** When this counter began: what its age is counted from while there is no backup. */
  begunAt(): Promise<string | undefined>;
  /** Signs the head that a backup is about to keep. */
  anchor?(why: 'backup'): Promise<void>;
}

const mebibyte = 1024 * 1024;

/** 备份 of the open counter: by hand, and daily by itself to the place that was chosen. It ends with the counter. */
export class CounterBackup implements BackupKeeper {
  readonly #options: CounterBackupOptions;
  #kept: KeptBackup;
  #progress: BackupProgress | undefined;
  #stop: AbortController | undefined;
  #running: Promise<unknown> = Promise.resolve();
  #failed: { readonly code: string; readonly atMs: number } | undefined;
  readonly #begunAt: string | undefined;
  readonly #timer: NodeJS.Timeout;

  private constructor(options: CounterBackupOptions, { kept, begunAt }: { kept: KeptBackup; begunAt: string | undefined }) {
    this.#options = options;
    this.#begunAt = begunAt;
    this.#kept = kept;
    this.#timer = setInterval(() => void this.#makeDaily(), options.pollMs ?? quietMs);
    this.#timer.unref();
  }

  static async open(options: CounterBackupOptions): Promise<CounterBackup> {
    return new CounterBackup(options, { kept: await readKeptBackup(options.files), begunAt: await options.begunAt() });
  }

  async state(): Promise<BackupState> {
    const { place, last } = this.#kept;
    const there = place && (await describePlace({ ...place, label: '' }, this.#options.userData)) !== undefined;
    return {
      ...(place && { place: { ...place, there: there === true } }),
      ...(last && { last }),
      ...(this.#progress && { running: toMebibytes(this.#progress) }),
      ...(this.#failed && { failed: this.#failed.code }),
      dailyAt: `${dailyHour}:00`,
    };
  }

  places(): Promise<BackupPlace[]> {
    return findPlaces(this.#options.userData, this.#options.mounted);
  }

  async choose(path: string, by: Staff): Promise<void> {
    const offered = (await this.places()).find((place) => place.path === path);
    const refuseField = (code: 'place-not-offered' | 'not-a-folder-path') =>
      refuse('field-refused', { fields: [{ path: 'path', code }] });
    if (!offered && by.role !== 'administrator') refuseField('place-not-offered');
    if (!isAbsolute(path)) refuseField('not-a-folder-path');
    await new Target({ folder: path }).check(this.#dataFolder).catch((error: unknown) => {
      throw backupRefusal(error);
    });
    this.#failed = undefined;
    await this.#keep({ place: { path, kind: offered?.kind ?? 'folder' } });
  }

  make(by: Staff): Promise<LastBackup> {
    return this.#make('by-hand', by.id);
  }

  cancel(): void {
    this.#stop?.abort();
  }

  age() {
    const { clock, trial } = this.#options;
    const lastAt = this.#kept.last?.at;
    const since = lastAt ?? this.#begunAt;
    const daysOld = since === undefined ? undefined : daysBetween(Date.parse(since), clock.nowMs());
    return { lastAt, daysOld, late: !trial && daysOld !== undefined && daysOld >= lateDays };
  }

  /** Before the keys go: what was copied so far stays, and is gone on from. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.cancel();
    await this.#running;
  }

  get #dataFolder(): string {
    return dirname(this.#options.userData);
  }

  async #makeDaily(): Promise<void> {
    const { clock, staff, idleMs, log, pollMs } = this.#options;
    const { place, last } = this.#kept;
    const waits = this.#failed && clock.nowMs() - this.#failed.atMs < retryMs;
    if (!place || this.#stop || waits || idleMs() < Math.min(quietMs, pollMs ?? quietMs)) return;
    if (!isDue(clock.nowMs(), last && Date.parse(last.at))) return;
    // A stick that isn't plugged in is no failure; the status tells how old the last backup is.
    if (!(await describePlace({ ...place, label: '' }, this.#options.userData))) return;
    await this.#make('daily', staff()?.id ?? null).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'backup-cancelled') return;
      this.#failed = { code: error instanceof Refusal ? error.code : 'bug', atMs: clock.nowMs() };
      if (error instanceof Refusal) log.line(`backup: ${error.code}`);
      else log.incident(error, 'the daily backup');
      this.#options.changes.tell(['status']);
    });
  }

  async #make(way: 'by-hand' | 'daily', staffId: StaffId | null): Promise<LastBackup> {
    if (this.#stop) refuse('backup-running', {});
    const { place } = this.#kept;
    if (!place) refuse('backup-place-missing', {});
    const stop = new AbortController();
    this.#stop = stop;
    const run = this.#run(place, stop.signal)
      .then((last) => this.#note(last, { way, place: place.kind, staffId }))
      .catch((error: unknown) => {
        throw backupRefusal(error);
      })
      .finally(() => {
        this.#stop = undefined;
        this.#progress = undefined;
        this.#options.changes.tell(['status']);
      });
    this.#running = run.catch(() => undefined);
    return run;
  }

  async #run({ path }: { path: string }, signal: AbortSignal): Promise<LastBackup> {
    const { userData, deviceId, vault, journal, clock } = this.#options;
    await this.#options.anchor?.('backup');
    const madeAt = new Date(clock.nowMs()).toISOString();
    const { headSeq, files, bytes, copiedBytes } = await makeBackup({
      source: new Source(userData),
      target: new Target({ folder: path }),
      dataFolder: this.#dataFolder,
      deviceId: deviceId(),
      about: { backupId: randomBytes(16).toString('hex'), madeAt, mode: vault.mode },
      keys: () => keysOf(vault),
      extent: () => journal.extent(),
      onProgress: (progress) => {
        this.#progress = progress;
      },
      signal,
    });
    return { at: madeAt, headSeq, path, files, bytes, copiedBytes };
  }

  async #note(
    last: LastBackup,
    { way, place, staffId }: { way: 'by-hand' | 'daily'; place: BackupPlace['kind']; staffId: StaffId | null },
  ): Promise<LastBackup> {
    this.#failed = undefined;
    await this.#keep({ last });
    const { headSeq, files, bytes } = last;
    const facts = { headSeq, place, way, files, bytes };
    await this.#options.decisions.record(staffId, ['counter'], async () => ({ kind: 'backup.made', command: {}, facts }));
    return last;
  }

  async #keep(change: Partial<KeptBackup>): Promise<void> {
    const next = { ...this.#kept, ...change };
    await writeKeptBackup(this.#options.files, next);
    this.#kept = next;
    this.#options.changes.tell(['status']);
  }
}

function keysOf(vault: Vault): BackupKeys {
  const epoch = vault.isOpen ? vault.epoch : 0;
  const key = vault.isOpen ? vault.keyOf('files', epoch) : undefined;
  // Signed out amid a backup: there is nobody whose keys could vouch for it.
  if (!key) throw new BackupError('cancelled');
  const journalKeys = new Map(vault.epochs.map((each) => [each, vault.keyOf('journal', each)]));
  return {
    epoch,
    key: manifestKey(key),
    verify: (copied) => verifyBackupJournal(copied, (each) => journalKeys.get(each)),
  };
}

export function toMebibytes({ step, doneBytes, totalBytes }: BackupProgress) {
  return { step, doneMebibytes: doneBytes / mebibyte, totalMebibytes: totalBytes / mebibyte };
}
