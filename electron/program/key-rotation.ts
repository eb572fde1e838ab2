import { setTimeout as sleep } from 'node:timers/promises';
import type { DataKeyProgress } from '../../shared/contract/status-calls.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { DeskDecisions } from '../desk/open-counter.ts';
import type { Vault } from '../vault/vault.ts';
import { type CounterRooms, keysFor, recordsKeys } from './counter-rooms.ts';
import { resealAll } from './reseal-all.ts';

export interface KeyRotationOptions {
  readonly vault: Vault;
  readonly rooms: CounterRooms;
  readonly decisions: DeskDecisions;
  /** How far it has come, or that it stopped, changed. */
  onChange(): void;
  onTrouble(error: unknown): void;
}

const firstRetryMs = 1_000;
const lastRetryMs = 60_000;
/** A screen need not be told of each of ten thousand files. */
const tellMs = 250;

/**
 * The next data key. What is written from now on lies under it at once; what lies under older ones is sealed anew in the background, one
 * file at a time, while work goes on, and the older keys are forgotten when nothing needs them any more, and not before. Killed at any
 * moment, the next start goes on with what is left: which that is, the files themselves say.
 */
export class KeyRotation {
  readonly #options: KeyRotationOptions;
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;
  #progress: DataKeyProgress | undefined;
  #toldAt = 0;
  /** Which epoch the rooms write under. */
  #adopted: number;

  constructor(options: KeyRotationOptions) {
    this.#options = options;
    this.#adopted = options.vault.epoch;
  }

  get progress(): DataKeyProgress | undefined {
    // Also before the first file of a start was looked at.
    return this.#progress ?? (this.#options.vault.epochs.length > 1 ? { done: 0, total: 0 } : undefined);
  }

  get epoch(): number {
    return this.#options.vault.epoch;
  }

  /** A start finds older keys in the vault: a rotation was cut short. */
  resume(): void {
    if (this.#options.vault.epochs.length > 1) this.#run();
  }

  /** The administrator's: refuses `data-key-under-way` while older keys are still needed. */
  async begin(staffId: StaffId): Promise<void> {
    const { vault, decisions } = this.#options;
    if (vault.epochs.length > 1) refuse('data-key-under-way', {});
    try {
      await decisions.record(staffId, ['data-key'], async () => {
        if (vault.epochs.length > 1) refuse('data-key-under-way', {});
        await vault.beginEpoch();
        this.adopt();
        return { kind: 'data-key.replaced', command: {}, facts: { epoch: vault.epoch, because: 'asked' } };
      });
    } finally {
      // Also where its entry could not be written: the key is there.
      this.resume();
    }
  }

  /** Somebody left, the vault has its next key, and everything is written under it already: what lies under the older ones follows. */
  async afterLeaving(staffId: StaffId): Promise<void> {
    const { vault, decisions } = this.#options;
    const facts = { epoch: vault.epoch, because: 'staff-left' as const };
    try {
      await decisions.record(staffId, ['data-key'], async () => ({ kind: 'data-key.replaced', command: {}, facts }));
    } finally {
      this.resume();
    }
  }

  /** Stops between two files; the next start goes on. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** Every room takes the newest key. */
  adopt(): void {
    const { vault, rooms } = this.#options;
    if (this.#adopted === vault.epoch) return;
    this.#adopted = vault.epoch;
    rooms.files.adopt(keysFor(vault, 'files'));
    rooms.snapshots.adopt(keysFor(vault, 'snapshot'));
    rooms.attachments.adopt(keysFor(vault, 'attachments'));
    rooms.journal.adoptEpoch(vault.epoch);
    // Rows are made anew at once, in the background; until they are, a look at somebody waits for them.
    rooms.healed.rekey(recordsKeys(vault), vault.epoch);
  }

  #run(): void {
    this.#running ??= this.#untilDone().finally(() => {
      this.#running = undefined;
      // Another key came while this ended.
      if (!this.#stop.signal.aborted && this.#progress && !this.#progress.stopped) this.#run();
    });
  }

  async #untilDone(): Promise<void> {
    const { signal } = this.#stop;
    for (let retryMs = firstRetryMs; !signal.aborted; retryMs = Math.min(retryMs * 2, lastRetryMs)) {
      try {
        if (await this.#sealAnew()) return;
      } catch (error) {
        if (signal.aborted) return;
        this.#hear(error);
        await sleep(retryMs, undefined, { signal, ref: false }).catch(() => undefined);
      }
    }
  }

  /** Whether everything lies under the newest key, and the older ones are gone. */
  async #sealAnew(): Promise<boolean> {
    const { vault, rooms, decisions } = this.#options;
    const { signal } = this.#stop;
    const { epoch } = vault;
    const seal = () => resealAll({ rooms, signal, onFile: (done, total) => this.#tell({ done, total }) });
    // A start writes its first entry in a moment; until then the segment before it is the newest, and stays as it is.
    while (!signal.aborted && rooms.journal.isUnderOtherEpoch)
      await sleep(100, undefined, { signal, ref: false }).catch(() => undefined);
    const files = await seal();
    if (files === undefined) return false;
    // The rows: at a start they are under the newest key before anybody works, in a running program since `rekey`.
    await rooms.healed.rekeyed();
    if (signal.aborted || epoch !== vault.epoch || (await seal()) !== 0) return false;
    const facts = { epoch, files };
    await decisions.record(null, ['data-key'], async () => ({ kind: 'data-key.resealed', command: {}, facts }));
    await vault.dropOlderEpochs(epoch);
    rooms.files.adopt(keysFor(vault, 'files'));
    rooms.snapshots.adopt(keysFor(vault, 'snapshot'));
    rooms.attachments.adopt(keysFor(vault, 'attachments'));
    // Somebody's access ended since: what lies under this key follows to the next.
    if (vault.epochs.length > 1) return false;
    this.#progress = undefined;
    this.#options.onChange();
    return true;
  }

  #tell(progress: DataKeyProgress): void {
    this.#progress = progress;
    const now = performance.now();
    if (now - this.#toldAt < tellMs) return;
    this.#toldAt = now;
    this.#options.onChange();
  }

  /** Shown where the bar is: the older keys stay as long as it doesn't end. */
  #hear(error: unknown): void {
    if (this.#stop.signal.aborted) return;
    this.#progress = { ...(this.#progress ?? { done: 0, total: 0 }), stopped: true };
    this.#options.onTrouble(error);
    this.#options.onChange();
  }
}
