import { z } from 'zod';
import { draftId } from '../domain/ids.ts';
import { call, done } from './desk-call.ts';

const draft = z.strictObject({
  id: draftId,
  savedAt: z.string(),
  title: z.string().max(200),
  fields: z
    .record(z.string().max(60), z.string().max(4_000))
    .refine((fields) => Object.keys(fields).length <= 400, { message: 'too-long' }),
});

/** Unfinished registrations. */
export const draftCalls = {
  save: call('talent.register', 'disk-full')
    .input(draft.omit({ savedAt: true }))
    .output(z.strictObject({ savedAt: z.string() })),
  /** The newest two hundred, the last saved first; one that can't be read any more is passed over. */
  list: call('talent.register').output(
    z.array(
      draft.extend({
        /** 首问: who began with this person, and who saved last; names. */
        startedBy: z.string(),
        updatedBy: z.string(),
      }),
    ),
  ),
  discard: call('talent.register').input(z.strictObject({ draftId })).output(done),
};
