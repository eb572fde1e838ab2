import { chinaDateAt, type PlainDate } from '../../shared/domain/plain-date.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { DeskRoom } from './open-counter.ts';

/**
 * Today, for what stands on a paper sooner or later: the paper's own date, and the dates of the decisions that it tells of. Refuses
 * `date-questionable` under a clock that was set back, since each of them would be wrong for ever.
 */
export function trustedToday(room: DeskRoom): PlainDate {
  const newestAt = room.counter().journal.newestAt();
  const today = room.clock.today();
  if (newestAt === undefined) return today;
  const lastEntry = chinaDateAt(Date.parse(newestAt));
  return today < lastEntry ? refuse('date-questionable', { today, lastEntry }) : today;
}
