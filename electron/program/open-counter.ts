import { findTier } from '../../shared/domain/policy/pack.ts';
import type { OpenCounter } from '../desk/open-counter.ts';
import type { AnchorOccasion } from '../journal/anchor-line.ts';
import type { PolicyPacks } from '../policy/policy-packs.ts';
import type { AnchorState } from './anchors.ts';
import { keepThePlace } from './backup/placed-restore.ts';
import type { CounterOptions } from './counter-options.ts';
import { type CounterRooms, openRooms } from './counter-rooms.ts';
import { resumeRedactions } from './housekeeping/finish-redaction.ts';
import { startHousekeeping } from './housekeeping/housekeeping.ts';
import { type CounterCore, openCore } from './open-core.ts';
import { openPrinting } from './open-printing.ts';

export interface OpenedCounter {
  readonly counter: OpenCounter;
  /** Signs the journal's head as it is now, and puts it beside the journal. */
  anchor(by: AnchorOccasion): Promise<AnchorState>;
  /** Lets the printer come to a stop, puts what waits, keeps the ledger, closes journal and files. */
  close(): Promise<void>;
}

/** Opens a counter whose vault is open. Throws what a start stops for (stopped-start.ts), having changed nothing. */
export async function openCounter(options: CounterOptions): Promise<OpenedCounter> {
  let packs: PolicyPacks | undefined;
  const tierIn = (pack: string, team: string, tier: string) => packs && findTier(packs.get(pack), team, tier)?.tier.name.zh;
  const rooms = await openRooms({ ...options, tierName: tierIn, onNotice: () => options.changes.tell(['status']) });
  let core: CounterCore | undefined;
  try {
    core = await openCore(options, rooms);
    packs = core.packs;
    const opened = await openDesk(options, rooms, core);
    await keepThePlace(options.host.paths.userData);
    return opened;
  } catch (error) {
    await core?.backup.close();
    await rooms.close();
    throw error;
  }
}

async function openDesk(options: CounterOptions, rooms: CounterRooms, core: CounterCore): Promise<OpenedCounter> {
  const printing = await openPrinting({ ...options, rooms });
  const counter: OpenCounter = { ...core, ...printing.parts };
  try {
    await resumeRedactions({ rooms, log: options.log });
    await printing.start(counter);
  } catch (error) {
    await printing.close();
    throw error;
  }
  core.dataKey.resume();
  const housekeeping = startHousekeeping({
    counter,
    naming: rooms,
    attachments: rooms.attachments,
    log: options.log,
    today: () => options.clock.today(),
    pace: options.housekeeping,
  });
  return {
    counter,
    anchor: (by) => core.anchors.anchor(by),
    close: async () => {
      await core.backup.close();
      await housekeeping.close();
      // The queue first, since a card that has come out is journaled; then whatever is still being decided.
      await core.dataKey.close();
      await printing.close();
      await core.decisions.close();
      await core.anchors.idle();
      await core.audit.idle();
      await rooms.close();
    },
  };
}
