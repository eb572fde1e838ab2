import type { PersonId } from '../../shared/domain/ids.ts';
import type { DeskRoom, OpenCounter } from './open-counter.ts';

/** Whose pages were opened in a session: an open counter is one, since each sign-in opens it anew. */
const seenIn = new WeakMap<OpenCounter, Map<PersonId, Promise<unknown>>>();

/**
 * A page was opened: one entry per person, member of staff and session, however often it is read. The page doesn't wait for it; but where
 * it could not be written down, nobody looks a second time before it is.
 */
export async function noteView(room: DeskRoom, personId: PersonId): Promise<void> {
  const counter = room.counter();
  const seen = seenIn.get(counter) ?? new Map<PersonId, Promise<unknown>>();
  seenIn.set(counter, seen);
  const known = seen.get(personId);
  if (known && (await outcome(known)) !== 'failed') return;
  // A queue of its own: who looks waits for nobody, and nobody waits for who looks.
  const noted = counter.decisions.record(room.staff().id, [`view:${personId}`], async () => ({
    kind: 'person.viewed',
    command: {},
    facts: { personId },
  }));
  seen.set(personId, noted);
  noted.catch(() => undefined);
  if (known) await noted;
}

const pending = Symbol('pending');

/** How it stands now, without waiting for it. */
async function outcome(noted: Promise<unknown>): Promise<'done' | 'failed' | 'pending'> {
  const now = await Promise.race([
    noted.then(
      () => 'done' as const,
      () => 'failed' as const,
    ),
    Promise.resolve(pending),
  ]);
  return now === pending ? 'pending' : now;
}
