import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { counter, type NumberSeries, numberSeries } from '../../shared/domain/counter/counter.ts';
import { staff } from '../../shared/domain/staff/staff.ts';
import type { DeviceCardKey } from '../credential/device-card-key.ts';
import type { DeskDecisions } from '../desk/open-counter.ts';

const trialFile = z.strictObject({
  office: counter.shape.office,
  counterCode: z.string(),
  numbersPerBlock: z.int().min(1),
  firstSerial: z.int().min(1),
  staff: z.array(staff.extend({ pin: z.string().regex(/^\d{6,}$/) })).min(4),
});
export type Trial = z.infer<typeof trialFile>;

/** 试用: the sample office, its staff with their PINs, and the sizes of its number blocks. */
export async function readTrial(resources: string): Promise<Trial> {
  return trialFile.parse(JSON.parse(await readFile(join(resources, 'trial.json'), 'utf8')));
}

export interface TrialEnrolment {
  readonly trial: Trial;
  readonly decisions: DeskDecisions;
  readonly cardKey: DeviceCardKey;
  newId(): string;
  hasCounter(): boolean;
  hasStaff(id: string): boolean;
}

/** Journals what enrolment gives a counter: itself, its staff. Each step is looked for first, so that a kill in between is mended. */
export async function enrolTrial({ trial, decisions, cardKey, newId, hasCounter, hasStaff }: TrialEnrolment): Promise<void> {
  if (!hasCounter()) {
    const facts = {
      counter: { deviceId: newId(), code: trial.counterCode, trial: true, office: trial.office, cardKey: cardKey.publicJwk },
    };
    await decisions.record(null, ['counter'], async () => ({ kind: 'counter.enrolled', command: { way: 'trial' }, facts }));
  }
  for (const { pin: _pin, ...member } of trial.staff) {
    if (hasStaff(member.id)) continue;
    await decisions.record(null, ['counter'], async () => ({
      kind: 'staff.enrolled',
      command: { way: 'trial' },
      facts: { staff: member },
    }));
  }
}

export interface TrialNumbers {
  readonly trial: Trial;
  readonly decisions: DeskDecisions;
  readonly year: number;
  newId(): string;
  hasBlock(series: NumberSeries): boolean;
}

/** 试用 has nobody who leases it numbers: each year's blocks are granted when they are first wanted. */
export async function grantTrialNumbers({ trial, decisions, year, newId, hasBlock }: TrialNumbers): Promise<void> {
  const { firstSerial: start, numbersPerBlock } = trial;
  for (const series of numberSeries.options) {
    if (hasBlock(series)) continue;
    const block = { id: newId(), series, year, start, end: start + numbersPerBlock - 1, trial: true };
    await decisions.record(null, ['counter'], async () => ({
      kind: 'number-block.granted',
      command: { way: 'trial' },
      facts: { block },
    }));
  }
}
