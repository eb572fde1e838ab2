import { z } from 'zod';
import { draftId } from '../domain/ids.ts';
import { call, done } from './desk-call.ts';

const draft = z.strictObject({
  id: draftId,
  savedAt: z.string(),
  title: z.string().max(200),
  fields: z
    // The longest names everybody whom the clerk has told from this one.
    .record(z.string().max(60), z.string().max(40_000))
    .refine((fields) => Object.keys(fields).length <= 400, { message: 'too-long' }),
});

const keptDraft = draft.extend({
  /** 首问: who began with this person, and who saved last; names. */
  startedBy: z.string(),
  updatedBy: z.string(),
});

/** Unfinished registrations. */
export const draftCalls = {
  save: call('talent.register', 'disk-full')
    .input(draft.omit({ savedAt: true }))
    .output(z.strictObject({ savedAt: z.string() })),
  /** The newest two hundred, the last saved first, without what was typed; one that can't be read any more is passed over. */
  list: call('talent.register').output(z.array(keptDraft.omit({ fields: true }))),
  /** One with all that was typed, whole numbers too, to go on with; absent where nothing is kept under that id. */
  open: call('talent.register')
    .input(z.strictObject({ draftId }))
    .output(z.strictObject({ draft: keptDraft.optional() })),
  discard: call('talent.register').input(z.strictObject({ draftId })).output(done),
};
