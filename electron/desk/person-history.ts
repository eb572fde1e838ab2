import type { HistoryItem } from '../../shared/contract/talent-calls.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { entryDetails } from './entry-details.ts';
import type { OpenCounter } from './open-counter.ts';

/** Newest entries shown; a person's page needs no more at once. */
const shownAtMost = 200;

/** The journal's entries about a person, newest first. */
export async function personHistory(counter: OpenCounter, personId: PersonId): Promise<HistoryItem[]> {
  const sequences = counter.ledger.historyOf(personId).slice(-shownAtMost);
  const items = await Promise.all(
    [...sequences].reverse().map(async (seq): Promise<HistoryItem | undefined> => {
      const entry = await counter.journal.readEntry(seq);
      if (!entry) return undefined;
      const staff = entry.staffId ? counter.ledger.staff(entry.staffId) : undefined;
      const { id: entryId, kind, event } = entry;
      return {
        entryId,
        seq,
        kind,
        at: entry.at.wall,
        event,
        uploaded: false,
        details: entryDetails(counter, entry),
        ...(staff && { staffName: staff.name }),
      };
    }),
  );
  return items.filter((item) => item !== undefined);
}
