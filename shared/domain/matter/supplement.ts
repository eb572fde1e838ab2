import { z } from 'zod';
import { staffId } from '../ids.ts';
import { type PlainDate, plainDate } from '../plain-date.ts';
import { type PolicyPack, routeField } from '../policy/pack.ts';
import { addWorkingDays, type CountedDay, type HolidayCalendar, workingDaysBetween } from '../working-days.ts';
import { aspect } from './application-facts.ts';

/** Why something must be supplemented. Fixed, so that an office can count what goes wrong; `other` says it in words. */
export const supplementReason = z.enum([
  'missing',
  'unclear',
  'expired',
  'not-consistent',
  'copy-not-compared',
  'translation',
  'other',
]);
export type SupplementReason = z.infer<typeof supplementReason>;

/** What of an application isn't a material and may be supplemented all the same. */
export const supplementField = z.enum([
  ...routeField.options,
  ...aspect.options,
  'identityDocument',
  'qualifications',
  'employment',
  'contact',
  'photo',
]);
export type SupplementField = z.infer<typeof supplementField>;

/** One thing of an application: a material by its code, or a field. */
export const supplementSubject = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('material'),
    code: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not-a-code')
      .max(60),
  }),
  z.strictObject({ what: z.literal('field'), code: supplementField }),
]);
export type SupplementSubject = z.infer<typeof supplementSubject>;

const asked = { reason: supplementReason, words: z.string().min(1).max(60).optional() };
export const supplementItem = z.discriminatedUnion('what', [
  supplementSubject.options[0].extend(asked),
  supplementSubject.options[1].extend(asked),
]);
export type SupplementItem = z.infer<typeof supplementItem>;

/** What came in on one day; `goOn`: the rest isn't waited for any more. */
export const broughtIn = z.strictObject({
  on: plainDate,
  by: staffId,
  items: z.array(supplementSubject).max(40),
  goOn: z.literal(true).optional(),
});

/** 补正: everything that is amiss told at once (一次性告知), and until when it may be brought. */
export const supplement = z.strictObject({
  /** As many as a sheet of paper tells. */
  items: z.array(supplementItem).min(1).max(20),
  askedOn: plainDate,
  askedBy: staffId,
  workingDays: z.int().min(1).max(90),
  dueOn: plainDate,
  /** The pack had no calendar for these days: holidays aren't counted, and the notice says so. */
  weekendsOnly: z.boolean(),
  /** Why once more, though all should have been told the first time. */
  again: z.string().min(1).max(200).optional(),
  brought: z.array(broughtIn).max(40),
});
export type Supplement = z.infer<typeof supplement>;

/** Whether both name the same material or field. */
export function isSameSubject(a: SupplementSubject, b: SupplementSubject): boolean {
  return a.what === b.what && a.code === b.code;
}

/** What was asked for and hasn't come in yet. */
export function outstandingItems({ items, brought }: Pick<Supplement, 'items' | 'brought'>): SupplementItem[] {
  const came = brought.flatMap((one) => one.items);
  return items.filter((item) => !came.some((one) => isSameSubject(one, item)));
}

/** The supplement that an application waits for, or undefined: the last one, where its status says that it does. */
export function openSupplement(matter: { status: string; supplements?: Supplement[] | undefined }): Supplement | undefined {
  return matter.status === 'supplementing' ? matter.supplements?.at(-1) : undefined;
}

/** The day a supplement asked for on `askedOn` is due. */
export function supplementDue(askedOn: PlainDate, workingDays: number, pack: Pick<PolicyPack, 'holidays'>): CountedDay {
  return addWorkingDays(askedOn, workingDays, pack.holidays);
}

/**
 * The day until which the office has promised to be done (承诺时限). The clock stands still while the applicant supplements: the
 * working days from asking to bringing are added. One that is still out counts until `today`.
 */
export function promisedBy(
  matter: { receivedOn: PlainDate; status: string; supplements?: Supplement[] | undefined },
  pack: Pick<PolicyPack, 'holidays' | 'recognitionWorkingDays'>,
  today: PlainDate,
): CountedDay {
  const open = openSupplement(matter);
  const paused = (matter.supplements ?? []).map((one) => {
    const until = one === open ? today : one.brought.at(-1)?.on;
    return until === undefined ? 0 : stoodStill(one, until, pack.holidays);
  });
  const days = pack.recognitionWorkingDays + paused.reduce((sum, one) => sum + one, 0);
  return addWorkingDays(matter.receivedOn, days, pack.holidays);
}

function stoodStill({ askedOn }: Supplement, until: PlainDate, holidays: HolidayCalendar | undefined): number {
  return workingDaysBetween(askedOn, until, holidays);
}
