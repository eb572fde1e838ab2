import type { PersonId } from '../../shared/domain/ids.ts';
import type { DeskRoom, OpenCounter } from './open-counter.ts';

/** Whose pages were opened in a session, and whether that was written down. An open counter is a session: each sign-in opens it anew. */
const seenIn = new WeakMap<OpenCounter, Map<PersonId, 'noted' | 'failed'>>();

/**
 * A page was opened: one entry per person, member of staff and session, however often it is read. The page doesn't wait for it; but where
 * it could not be written down, nobody looks a second time before it is.
 */
export async function noteView(room: DeskRoom, personId: PersonId): Promise<void> {
  const counter = room.counter();
  const seen = seenIn.get(counter) ?? new Map<PersonId, 'noted' | 'failed'>();
  seenIn.set(counter, seen);
  const before = seen.get(personId);
  if (before === 'noted') return;
  seen.set(personId, 'noted');
  // A queue of its own: who looks waits for nobody, and nobody waits for who looks.
  const noted = counter.decisions.record(room.staff().id, [`view:${personId}`], async () => ({
    kind: 'person.viewed',
    command: {},
    facts: { personId },
  }));
  noted.catch(() => seen.set(personId, 'failed'));
  if (before === 'failed') await noted;
}
