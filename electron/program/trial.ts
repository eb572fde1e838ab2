import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { counter, type NumberSeries, numberSeries } from '../../shared/domain/counter/counter.ts';
import { addDays, type PlainDate } from '../../shared/domain/plain-date.ts';
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
  readonly today: PlainDate;
  newId(): string;
  hasBlock(series: NumberSeries, year: number): boolean;
}

/**
 * 试用 has nobody who leases it numbers: each year's blocks are granted as the counter opens, and the next year's from December on,
 * since a desk that is open at midnight goes on in the new year.
 */
export async function grantTrialNumbers({ trial, decisions, today, newId, hasBlock }: TrialNumbers): Promise<void> {
  const { firstSerial: start, numbersPerBlock } = trial;
  const years = [...new Set([today, addDays(today, 31)].map((date) => Number(date.slice(0, 4))))];
  const wanted = years.flatMap((year) => numberSeries.options.map((series) => ({ year, series })));
  for (const { year, series } of wanted) {
    if (hasBlock(series, year)) continue;
    const block = { id: newId(), series, year, start, end: start + numbersPerBlock - 1, trial: true };
    await decisions.record(null, ['counter'], async () => ({
      kind: 'number-block.granted',
      command: { way: 'trial' },
      facts: { block },
    }));
  }
}
