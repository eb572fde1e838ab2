import { syncLeft } from '../../shared/domain/counter/sync-limit.ts';
import type { EntryKind, RowState } from '../../shared/domain/entry.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { CounterClock } from './counter-clock.ts';
import { goesOn } from './disk-guard.ts';

export interface SyncLimitOptions {
  readonly clock: Pick<CounterClock, 'nowMs' | 'monotonicMs'>;
  counter(): RowState['counter'] | undefined;
  /** The latest time that any entry bears. */
  newestAt(): string | undefined;
  /** When the central side confirmed a sync last; there is none yet, so it never did. */
  lastSyncMs?(): number | undefined;
}

/** Entries that are written when the limit is over too, beside those that a full disk doesn't stop. */
const alsoGoesOn: ReadonlySet<EntryKind> = new Set<EntryKind>(['sync-limit.set', 'date.confirmed']);

/**
 * The days that a counter may work without any sync. A clock that is set back gives no day more: time is no earlier than the newest entry
 * says, and goes on by the monotonic clock while the program runs.
 */
export class SyncLimit {
  readonly #options: SyncLimitOptions;
  #latest = { wallMs: Number.NEGATIVE_INFINITY, monotonicMs: 0 };

  constructor(options: SyncLimitOptions) {
    this.#options = options;
    this.#nowMs();
  }

  /** Undefined where no limit is set. */
  state(): { days: number; daysLeft: number; isOver: boolean } | undefined {
    const limit = this.#options.counter()?.syncLimit;
    if (!limit) return undefined;
    const left = syncLeft(limit, { lastSyncMs: this.#options.lastSyncMs?.(), nowMs: this.#nowMs() });
    return { days: limit.days, ...left };
  }

  /** Refuses `too-long-without-sync` for a decision that is new, when the days are over. */
  async needFor(kind: EntryKind): Promise<void> {
    if (goesOn(kind) || alsoGoesOn.has(kind)) return;
    const state = this.state();
    if (state?.isOver) refuse('too-long-without-sync', { days: state.days });
  }

  #nowMs(): number {
    const { clock, newestAt } = this.#options;
    const monotonicMs = clock.monotonicMs();
    const newest = newestAt();
    // A monotonic clock that runs backwards was of another boot.
    const passed = this.#latest.wallMs + Math.max(0, monotonicMs - this.#latest.monotonicMs);
    const wallMs = Math.max(clock.nowMs(), newest === undefined ? Number.NEGATIVE_INFINITY : Date.parse(newest), passed);
    this.#latest = { wallMs, monotonicMs };
    return wallMs;
  }
}
