import { z } from 'zod';
import { counter, numberBlock } from '../../shared/domain/counter/counter.ts';
import { staff } from '../../shared/domain/staff/staff.ts';
import { DeviceCardKey } from '../credential/device-card-key.ts';
import type { DeskDecisions, DeskFiles } from '../desk/open-counter.ts';
import type { Ledger } from '../records/ledger.ts';
import { VaultError } from '../vault/vault-error.ts';

/** What a live counter is to be, with every id it will have: however often enrolment is taken up again, it makes the same counter. */
const livePlan = z.strictObject({
  counter: counter.omit({ cardKey: true }),
  administrator: staff,
  blocks: z.array(numberBlock),
});
export type LivePlan = z.infer<typeof livePlan>;

const planFile = 'enrolment';

/** Sealed beside the new vault before the counter gets its place, and gone once everything in it is journaled. */
export async function writePlan(files: Pick<DeskFiles, 'write'>, plan: LivePlan): Promise<void> {
  await files.write(planFile, new TextEncoder().encode(JSON.stringify(plan)));
}

export interface LiveEnrolment {
  readonly files: DeskFiles;
  readonly decisions: DeskDecisions;
  readonly ledger: Pick<Ledger, 'counter' | 'staff' | 'blocks'>;
}

/**
 * Journals what a live counter begins with: itself, its first administrator, its numbers. Each is looked for first, so that a kill in
 * between is mended by the next sign-in. Throws what stops a start where a counter was never enrolled and its plan is gone.
 */
export async function enrolLive({ files, decisions, ledger }: LiveEnrolment): Promise<void> {
  const bytes = await files.read(planFile);
  if (!bytes) {
    if (!ledger.counter)
      throw new VaultError('file-damaged', 'What the counter is to be enrolled from is gone', { file: 'files' });
    return;
  }
  const plan = livePlan.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const command = { way: 'live' };
  if (!ledger.counter) {
    const cardKey = await DeviceCardKey.create(files);
    const facts = { counter: { ...plan.counter, cardKey: cardKey.publicJwk } };
    await decisions.record(null, ['counter'], async () => ({ kind: 'counter.enrolled', command, facts }));
  }
  const { administrator } = plan;
  if (!ledger.staff.has(administrator.id))
    await decisions.record(null, ['counter'], async () => ({
      kind: 'staff.enrolled',
      command,
      facts: { staff: administrator },
    }));
  for (const block of plan.blocks) {
    if (ledger.blocks.has(block.id)) continue;
    await decisions.record(null, ['counter'], async () => ({ kind: 'number-block.granted', command, facts: { block } }));
  }
  await files.remove(planFile);
}
