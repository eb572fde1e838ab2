import type { KeptFormName } from '../../shared/contract/supplement-calls.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskRoom } from './open-counter.ts';

/** The sealed file that a half-filled form of the recognition page lies in. */
const formFile = (personId: PersonId, form: KeptFormName) => `recognise-form/${form}-${personId}`;

/** Half-filled forms: they outlast a lock and a kill, and go when what they say is recorded. */
export function keptFormCalls(room: DeskRoom) {
  const calls = deskCalls.recognitions;
  return {
    keepForm: calls.keepForm.handler(async ({ input: { personId, form, text } }) => {
      const { files, ledger } = room.counter();
      if (!ledger.findPerson(personId)) refuse('not-found', { what: 'person' });
      const name = formFile(personId, form);
      if (text === '') await files.remove(name);
      else await files.write(name, new TextEncoder().encode(text));
      room.noteSaved(new Date(room.clock.nowMs()).toISOString());
      return {};
    }),

    keptForm: calls.keptForm.handler(async ({ input: { personId, form } }) => {
      const bytes = await room.counter().files.readIfWhole(formFile(personId, form));
      return { text: bytes ? new TextDecoder().decode(bytes) : '' };
    }),
  };
}

/** Once a form's content is recorded, what was kept of it is old. */
export async function dropForm(room: DeskRoom, personId: PersonId, form: KeptFormName): Promise<void> {
  await room.counter().files.remove(formFile(personId, form));
}
