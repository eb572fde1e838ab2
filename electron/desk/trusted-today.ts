import { chinaDateAt, type PlainDate, toPlainDate } from '../../shared/domain/plain-date.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { DeskRoom } from './open-counter.ts';

/** No counter was ever there before this day: a clock that says so has lost its battery. */
const firstDay = toPlainDate('2026-11-01');

/** Why today's date can't be trusted: it lies before the newest record's, or before there was this program. Undefined where it can. */
export function questionableDate(room: DeskRoom): { today: PlainDate; lastEntry: PlainDate } | undefined {
  const today = room.clock.today();
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
  const questionable = questionableDate(room);
  return questionable ? refuse('date-questionable', questionable) : room.clock.today();
}
