import { z } from 'zod';
import { personId, requestId, sha256Hex } from '../domain/ids.ts';
import { correctedField } from '../domain/talent/correction.ts';
import { call, done } from './desk-call.ts';
import { signOffTicket } from './recognition-calls.ts';

/** 更正: what of a person's record is changed, by field. */
export const correctionCalls = {
  correct: call(
    'talent.correct',
    'not-found',
    'field-refused',
    'already-registered',
    'alike-undecided',
    'sign-off-needed',
    'second-person-needed',
    'date-questionable',
  )
    .input(
      z.strictObject({
        personId,
        fields: z.partialRecord(correctedField, z.string().max(200)),
        /** For an identity field: a second person (`identity.correct`, about the person) and a stored image of the document. */
        proof: z.strictObject({ ticket: signOffTicket, image: sha256Hex }).optional(),
        /** The new number's check digit is wrong, and the document says so. */
        acceptNumber: z.boolean().optional(),
        toldFrom: z.array(personId).max(10).optional(),
        requestId: requestId.optional(),
      }),
    )
    .output(done),
};
