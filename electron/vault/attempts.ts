import { join } from 'node:path';
import { z } from 'zod';
import { refuse } from '../../shared/domain/refusal.ts';
import type { Clock } from './clock.ts';
import { readIfThere, writeDurably } from './durable-file.ts';
import { openSealedFile, sealFile } from './sealed-bytes.ts';
import type { Secret } from './second-factor.ts';
import { derive } from './suite.ts';
import { VaultError } from './vault-error.ts';

const freeAttempts = 5;
const firstDelayMs = 30_000;
const longestDelayMs = 15 * 60_000;
/** How many numbers that nobody has are kept count of; the oldest go first. Members are always kept. */
const strangersKept = 200;

const record = z.looseObject({
  failures: z.int().min(0),
  /** Until when the next attempt waits, by both clocks; left out before the limit. */
  until: z.looseObject({ wallMs: z.number(), monotonicMs: z.number() }).optional(),
});
type AttemptRecord = z.infer<typeof record>;

const attemptFile = z.looseObject({
  /** Which start of the machine the monotonic times belong to. */
  boot: z.string(),
  byTag: z.record(z.string(), record),
  /** Stands for everybody without a record: set when the file was lost, so that losing it gives nobody new attempts. */
  floor: record.optional(),
});
type AttemptState = z.infer<typeof attemptFile>;

export interface AttemptsOptions {
  readonly dir: string;
  readonly clock: Clock;
  readonly secret: Secret;
}

/** What a wrong PIN is answered with. */
export interface AttemptAnswer {
  readonly attemptsLeft: number;
  readonly waitSeconds?: number;
}

/**
 * Counts wrong PINs per staff number, also of numbers that nobody has. Five are free; then each waits, 30 s first, twice as long each
 * time, 15 min at most. The file is sealed under the second factor. It is read for each attempt: nothing in memory is worth killing for.
 */
export class Attempts {
  static readonly fileName = 'attempts';
  readonly #path: string;
  readonly #clock: Clock;
  readonly #key: Uint8Array;

  constructor({ dir, clock, secret }: AttemptsOptions) {
    this.#path = join(dir, Attempts.fileName);
    this.#clock = clock;
    this.#key = derive(secret, 'talent-counter/vault/1/attempts');
  }

  /** A new vault's, or a new second factor's: nobody has tried anything. */
  async begin(): Promise<void> {
    await this.#save({ boot: this.#clock.boot, byTag: {} });
  }

  /**
   * Counts an attempt as failed before it is made, durably, so that a kill can't take it back. Throws the refusals `too-many-attempts` and
   * `disk-full`. Gives what to answer if it does fail.
   */
  async count(tag: Uint8Array, members: readonly Uint8Array[]): Promise<AttemptAnswer> {
    const { state, changed } = await this.#load();
    const name = nameOf(tag);
    const before = state.byTag[name] ?? state.floor ?? { failures: 0 };
    const waitMs = this.#waitMs(before);
    if (waitMs > 0) {
      if (changed) await this.#save(state);
      refuse('too-many-attempts', { waitSeconds: Math.ceil(waitMs / 1000) });
    }
    const after = this.#failed(before.failures + 1);
    delete state.byTag[name];
    state.byTag[name] = after;
    forgetStrangers(state, new Set([...members.map(nameOf), name]));
    await this.#save(state);
    const delayMs = delayOf(after.failures);
    const attemptsLeft = Math.max(0, freeAttempts - after.failures);
    return delayMs > 0 ? { attemptsLeft, waitSeconds: delayMs / 1000 } : { attemptsLeft };
  }

  /** The PIN was right, or a supervisor gave a new one. */
  async clear(tag: Uint8Array): Promise<void> {
    const { state, changed } = await this.#load();
    const name = nameOf(tag);
    if (!(name in state.byTag) && !state.floor && !changed) return;
    if (state.floor) state.byTag[name] = { failures: 0 };
    else delete state.byTag[name];
    await this.#save(state);
  }

  #failed(failures: number): AttemptRecord {
    const delayMs = delayOf(failures);
    if (delayMs === 0) return { failures };
    return { failures, until: { wallMs: this.#clock.nowMs() + delayMs, monotonicMs: this.#clock.monotonicMs() + delayMs } };
  }

  #waitMs({ failures, until }: AttemptRecord): number {
    return until ? within(until.monotonicMs - this.#clock.monotonicMs(), delayOf(failures)) : 0;
  }

  async #load(): Promise<{ state: AttemptState; changed: boolean }> {
    const stored = await this.#read();
    if (!stored) return { state: { boot: this.#clock.boot, byTag: {}, floor: this.#failed(freeAttempts) }, changed: true };
    if (stored.boot === this.#clock.boot) return { state: stored, changed: false };
    // The machine was started anew: only the wall clock tells what is left, never more than the whole wait, should it have been set back.
    // From here on it is measured by this start's own clock.
    const anchored = (each: AttemptRecord): AttemptRecord => {
      if (!each.until) return each;
      const leftMs = within(each.until.wallMs - this.#clock.nowMs(), delayOf(each.failures));
      return { ...each, until: { wallMs: this.#clock.nowMs() + leftMs, monotonicMs: this.#clock.monotonicMs() + leftMs } };
    };
    const byTag = Object.fromEntries(Object.entries(stored.byTag).map(([name, each]) => [name, anchored(each)]));
    const floor = stored.floor && anchored(stored.floor);
    return { state: { ...stored, boot: this.#clock.boot, byTag, ...(floor && { floor }) }, changed: true };
  }

  /** Undefined where the file is gone, or isn't one that this program wrote. */
  async #read(): Promise<AttemptState | undefined> {
    const bytes = await readIfThere(this.#path);
    if (!bytes) return undefined;
    try {
      const plain = openSealedFile(bytes, { kind: 'attempts', fileName: Attempts.fileName }, { keyOf: () => this.#key });
      return attemptFile.parse(JSON.parse(plain.toString('utf8')));
    } catch (error) {
      if (error instanceof VaultError) return undefined;
      throw error;
    }
  }

  async #save(state: AttemptState): Promise<void> {
    const plain = Buffer.from(JSON.stringify(state));
    const place = { kind: 'attempts', fileName: Attempts.fileName } as const;
    await writeDurably(this.#path, sealFile(plain, place, { epoch: 0, keyOf: () => this.#key }));
  }
}

function delayOf(failures: number): number {
  if (failures < freeAttempts) return 0;
  return Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - freeAttempts));
}

function within(waitMs: number, longestMs: number): number {
  return Math.max(0, Math.min(waitMs, longestMs));
}

function forgetStrangers({ byTag }: AttemptState, kept: ReadonlySet<string>): void {
  const strangers = Object.keys(byTag).filter((name) => !kept.has(name));
  for (const name of strangers.slice(0, Math.max(0, strangers.length - strangersKept))) delete byTag[name];
}

function nameOf(tag: Uint8Array): string {
  return Buffer.from(tag).toString('hex');
}
