import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { EntryHeader } from '../../shared/domain/entry.ts';
import { chinaDateAt, type PlainDate } from '../../shared/domain/plain-date.ts';

/** The counter's time: wall, monotonic, and which boot the monotonic one belongs to. Today is China's. */
export interface CounterClock {
  nowMs(): number;
  monotonicMs(): number;
  /** Names the boot that `monotonicMs` counts from. */
  readonly boot: string;
  today(): PlainDate;
  at(): EntryHeader['at'];
}

export function systemClock(): CounterClock {
  const boot = bootId();
  const nowMs = () => Date.now();
  // Since the system's start, so that it goes on where one start of the program ends and the next begins.
  const monotonicMs = () => Math.round(uptime() * 1000);
  return {
    nowMs,
    monotonicMs,
    boot,
    today: () => chinaDateAt(nowMs()),
    at: () => ({ wall: new Date(nowMs()).toISOString(), monotonicMs: monotonicMs(), boot }),
  };
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  } catch {
    // Elsewhere the minute in which the system started names it well enough: a boot takes longer than the clock's jitter.
    return `m${Math.round((Date.now() - uptime() * 1000) / 60_000)}`;
  }
}
