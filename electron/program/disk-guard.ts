import { statfs } from 'node:fs/promises';
import type { EntryKind } from '../../shared/domain/entry.ts';
import { refuse } from '../../shared/domain/refusal.ts';

const mebibyte = 1024 * 1024;

/** The limits, all of them, in bytes that are free on the data folder's disk. */
export const diskLimits = {
  /** Below it the desk warns: days of work are left, and an administrator can be asked in peace. A day of scans is about 300 MB. */
  warn: 1_024 * mebibyte,
  /**
   * Below it nothing new is written. The database's compaction may need as much again as it holds, a snapshot and an attachment some 50 MB
   * each, and Chromium itself refuses to write when a disk is nearly full; what must go on (sign-out, reprints, marks) lives off the rest.
   */
  stop: 256 * mebibyte,
  /** Below it lost rows are not made anew yet: a database half-built on a full disk is emptied again, over and over. */
  heal: 64 * mebibyte,
} as const;

/** Cheap enough to be asked often; what somebody else fills is seen this late at most. */
const pollMs = 10_000;
const freshMs = 500;

export type DiskSpace = { readonly level: 'enough' | 'low' | 'full'; readonly freeMebibytes: number };

/** Entries that are written on whatever space is left: what has happened already, what a start needs, and how somebody comes and goes. */
const goOn: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'session.signed-in',
  'session.signed-out',
  'session.locked',
  'session.unlocked',
  'session.refused',
  'staff.pin-changed',
  'staff.pin-reset',
  'staff.left',
  'id-number.uncovered',
  'paper.printed',
  'card.made',
  'counter.enrolled',
  'staff.enrolled',
  'number-block.granted',
  'policy-pack.adopted',
]);

/** Small files of the same sort: where somebody was, and the papers that are under way. */
const filesGoOn = ['place/', 'print-intent/', 'desk-settings/', 'keys/', 'policy/'];

export interface DiskGuard {
  look(): Promise<DiskSpace>;
  /** Refuses `disk-full` for a decision that is new, while there is too little space. */
  needFor(kind: EntryKind): Promise<void>;
  needForFile(name: string): Promise<void>;
  /** Refuses `disk-full` where these bytes would go below the limit. */
  needForBytes(bytes: number): Promise<void>;
  /** Whether lost rows can be made anew now. */
  roomToHeal(): Promise<boolean>;
  close(): void;
}

export interface DiskGuardOptions {
  readonly folder: string;
  /** The level changed. */
  onChange(space: DiskSpace): void;
  /** Bytes that are free; only tests say otherwise. */
  readonly free?: (folder: string) => Promise<number>;
}

/** Watches the space, and stops what is new well before the disk is full. Asked anew each time, so work goes on as soon as it can. */
export function openDiskGuard({ folder, onChange, free = freeBytes }: DiskGuardOptions): DiskGuard {
  let space: DiskSpace = { level: 'enough', freeMebibytes: 0 };
  let lookedAt = Number.NEGATIVE_INFINITY;
  const look = async (): Promise<number> => {
    // A disk that can't be asked is left to say so itself when it is written to.
    const left = await free(folder).catch(() => Number.POSITIVE_INFINITY);
    const before = space.level;
    lookedAt = performance.now();
    space = { level: levelOf(left), freeMebibytes: Number.isFinite(left) ? Math.floor(left / mebibyte) : 0 };
    if (space.level !== before) onChange(space);
    return left;
  };
  const need = async (bytes = 0) => {
    // Far from the limit, and looked at just now: a gigabyte isn't written in between, and the journal would say so if it was.
    if (space.level === 'enough' && performance.now() - lookedAt < freshMs) return;
    if ((await look()) - bytes < diskLimits.stop) refuse('disk-full', {});
  };
  const timer = setInterval(() => void look(), pollMs);
  timer.unref();
  void look();
  return {
    look: async () => {
      await look();
      return space;
    },
    needFor: async (kind) => {
      if (!goOn.has(kind)) await need();
    },
    needForFile: async (name) => {
      if (!filesGoOn.some((prefix) => name.startsWith(prefix))) await need();
    },
    needForBytes: need,
    roomToHeal: async () => (await look()) >= diskLimits.heal,
    close: () => clearInterval(timer),
  };
}

function levelOf(left: number): DiskSpace['level'] {
  if (left < diskLimits.stop) return 'full';
  return left < diskLimits.warn ? 'low' : 'enough';
}

/** What this user may use; root's reserve is not for a counter. */
async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
