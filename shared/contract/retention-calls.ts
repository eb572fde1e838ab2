import { z } from 'zod';
import { erasureGround } from '../domain/request/request.ts';
import { call } from './desk-call.ts';

/** How long data stays here, what is due, and what is held back. */
export const retentionCalls = {
  overview: call('signed-in').output(
    z.strictObject({
      registrationDays: z.int(),
      recognitionDays: z.int(),
      archiveYears: z.int(),
      /** The pack says nothing: these are the program's own. */
      isDefault: z.boolean(),
      people: z.int(),
      redacted: z.int(),
      /** Beyond their days: of these `due` go with the next sweep, and the rest is held back. */
      due: z.int(),
      heldBack: z.array(z.strictObject({ ground: erasureGround, people: z.int() })),
      entries: z.int(),
      echoedUpTo: z.int(),
    }),
  ),
};
