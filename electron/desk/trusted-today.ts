import { chinaDateAt, type PlainDate, toPlainDate } from '../../shared/domain/plain-date.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { DeskRoom } from './open-counter.ts';

/** No counter was ever there before this day: a clock that says so has lost its battery. */
const firstDay = toPlainDate('2026-11-01');

/** Why today's date can't be trusted: it lies before the newest record's, or before there was this program. Undefined where it can. */
export function questionableDate(room: DeskRoom): { today: PlainDate; lastEntry: PlainDate } | undefined {
  return questionableOn(room, room.clock.today());
}

/** The same of a day that was read from the clock already. */
export function questionableOn(
  room: Pick<DeskRoom, 'counter'>,
  today: PlainDate,
): { today: PlainDate; lastEntry: PlainDate } | undefined {
  const newestAt = room.counter().journal.newestAt();
  const newest = newestAt === undefined ? firstDay : chinaDateAt(Date.parse(newestAt));
  const lastEntry = newest < firstDay ? firstDay : newest;
  return today < lastEntry ? { today, lastEntry } : undefined;
}

/**
 * Today, for what stands on a paper sooner or later: the paper's own date, and the dates of the decisions that it tells of. Refuses
 * `date-questionable` under a clock that was set back, since each of them would be wrong for ever; a supervisor can confirm the date.
 */
export function trustedToday(room: DeskRoom): PlainDate {
  const today = room.clock.today();
  mustTrust(room, today);
  return today;
}

/** The same for a day that was read from the clock already: what is done on it has one date, though midnight comes meanwhile. */
export function mustTrust(room: DeskRoom, today: PlainDate): void {
  const questionable = questionableOn(room, today);
  if (questionable) refuse('date-questionable', questionable);
}
