import type { z } from 'zod';
import { isFrozen, restoredCounter } from '../../../shared/domain/counter/restored-counter.ts';
import { staffId } from '../../../shared/domain/ids.ts';
import type { DeskDecisions, DeskFiles } from '../../desk/open-counter.ts';
import type { Ledger } from '../../records/ledger.ts';

/** What a restored copy is to be, sealed beside it before it gets its place; the runs of numbers are looked up when it is journaled. */
const restorePlan = restoredCounter.omit({ frozenBlocks: true }).extend({ by: staffId });
export type RestorePlan = z.infer<typeof restorePlan>;

const planFile = 'restored';

export async function writeRestorePlan(files: Pick<DeskFiles, 'write'>, plan: RestorePlan): Promise<void> {
  await files.write(planFile, new TextEncoder().encode(JSON.stringify(plan)));
}

export interface RestoredCounter {
  readonly files: DeskFiles;
  readonly decisions: DeskDecisions;
  readonly ledger: Pick<Ledger, 'counter' | 'blocks'>;
}

/**
 * Journals, before anything else is written, that this counter is a restored copy: another device with another card key, and with every
 * run of numbers frozen. Looked for first, so that a kill in between is mended by the next sign-in.
 */
export async function goOnRestored({ files, decisions, ledger }: RestoredCounter): Promise<void> {
  const bytes = await files.read(planFile);
  if (!bytes) return;
  const { by, ...plan } = restorePlan.parse(JSON.parse(new TextDecoder().decode(bytes)));
  if (ledger.counter?.deviceId !== plan.counter.deviceId) {
    const frozenBlocks = [...ledger.blocks.values()].filter((block) => !isFrozen(block)).map(({ id }) => id);
    const facts = { ...plan, frozenBlocks };
    await decisions.record(by, ['counter'], async () => ({ kind: 'counter.restored', command: {}, facts }));
  }
  await files.remove(planFile);
}
