import type { Entry } from '../../shared/domain/entry.ts';
import type { ChangeFeed } from '../desk/change-feed.ts';
import type { DeskCentral } from '../desk/open-counter.ts';
import type { SignOffTickets } from '../desk/sign-off-tickets.ts';
import type { Host } from '../host/host.ts';
import type { Vault } from '../vault/vault.ts';
import type { BackupSurroundings } from './backup/counter-backup.ts';
import type { CounterClock } from './counter-clock.ts';
import type { RoomsOptions } from './counter-rooms.ts';
import type { DiskGuard } from './disk-guard.ts';
import type { HousekeepingPace } from './housekeeping/housekeeping.ts';
import type { ProgramLog } from './program-log.ts';

export interface CounterOptions {
  readonly vault: Vault;
  readonly host: Host;
  readonly clock: CounterClock;
  readonly log: ProgramLog;
  readonly changes: ChangeFeed;
  readonly tickets: SignOffTickets;
  readonly disk: DiskGuard;
  readonly backup: BackupSurroundings;
  newId(): string;
  noteSaved(at: string): void;
  /** Sees each entry once it is durable: the demo and tests. */
  onEntry?(entry: Entry): void;
  onProgress: RoomsOptions['onProgress'];
  /** What the central side has; there is none yet, so nothing was sent and nothing echoed. Tests put one there. */
  readonly central?: DeskCentral;
  /** Only tests say otherwise. */
  readonly housekeeping?: HousekeepingPace;
}
