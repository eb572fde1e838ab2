import { z } from 'zod';
import { card } from '../card/card.ts';
import { staffId } from '../ids.ts';
import { recognition } from '../matter/recognition.ts';
import { person } from '../talent/person.ts';
import { takenOverSource } from './source.ts';

/**
 * One row of an older ledger, taken over: the person, the recognition and the card that it tells of. Who was known keeps the record as
 * it is (no `person`); a card of a recognition that is known joins it (no `recognition`).
 */
export const takenOver = z.strictObject({
  source: takenOverSource,
  person: person.optional(),
  recognition: recognition.optional(),
  card,
  /** The second person who looked at the ledger: what it says is recognised without any other decision. */
  signedOffBy: staffId,
});
export type TakenOver = z.infer<typeof takenOver>;
