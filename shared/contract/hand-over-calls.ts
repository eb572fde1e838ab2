import { z } from 'zod';
import { matterId, personId, staffId } from '../domain/ids.ts';
import { recognitionStatus } from '../domain/matter/recognition.ts';
import { plainDate } from '../domain/plain-date.ts';
import { call, done } from './desk-call.ts';

/** No list is longer; beyond it the filters narrow it. */
export const maxListedMatters = 500;
/** No more go from hand to hand at once. */
export const maxHandedOn = 500;

/** A matter in the work-list. */
export const matterRow = z.strictObject({
  matterId,
  number: z.string(),
  personId,
  name: z.string(),
  teamName: z.string(),
  tierName: z.string(),
  receivedOn: plainDate,
  grantedOn: plainDate.optional(),
  status: recognitionStatus,
  /** While it is 补正中: until when, and whether that day is over. */
  dueOn: plainDate.optional(),
  overdue: z.boolean().optional(),
  open: z.boolean(),
  direct: z.boolean(),
  handlerId: staffId,
  handlerName: z.string(),
  mine: z.boolean(),
  /** Handed to the handler, and not taken on yet: by whom, when, and what they said. */
  handedOver: z.strictObject({ byName: z.string(), at: z.string(), note: z.string().optional() }).optional(),
});
export type MatterRow = z.infer<typeof matterRow>;

const matterIds = z.array(matterId).min(1).max(maxHandedOn);

/** 办件: the work-list, and 交接 (`handOn`, `takeOn`): matters go from clerk to clerk. Cards are handed over by `cards.change`. */
export const matterCalls = {
  /** Open ones oldest first, all others newest first; `more` says how many the limit left out. */
  list: call('talent.view')
    .input(
      z.strictObject({
        which: z.enum(['open', 'done', 'all']),
        handlerId: staffId.optional(),
        since: plainDate.optional(),
      }),
    )
    .output(z.strictObject({ rows: z.array(matterRow), more: z.int() })),
  /** Whom matters can be handed to. */
  colleagues: call('talent.view').output(z.array(z.strictObject({ id: staffId, name: z.string() }))),
  /** 交接: hands open matters on. A clerk's own; an absent colleague's by whoever may reassign. */
  handOn: call(
    'matter.hand-on',
    'not-found',
    'not-in-this-state',
    'field-refused',
    'belongs-to-another',
    'disk-full',
    'records-unavailable',
  )
    .input(z.strictObject({ matterIds, to: staffId, note: z.string().min(1).max(200).optional() }))
    .output(z.strictObject({ count: z.int() })),
  /** The receiver says that they have them. */
  takeOn: call('matter.hand-on', 'not-found', 'belongs-to-another', 'disk-full', 'records-unavailable')
    .input(z.strictObject({ matterIds }))
    .output(done),
};
