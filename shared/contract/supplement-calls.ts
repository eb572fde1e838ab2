import { z } from 'zod';
import { evidenceItem } from '../domain/evidence/evidence-item.ts';
import { matterId, personId } from '../domain/ids.ts';
import { aspects, handedMaterial, routeFacts } from '../domain/matter/application-facts.ts';
import { supplementItem, supplementSubject } from '../domain/matter/supplement.ts';
import { plainDate } from '../domain/plain-date.ts';
import { call, done } from './desk-call.ts';

/** A day by working days; `weekendsOnly`: holidays weren't counted, since the pack has no calendar for them. */
export const countedDay = z.strictObject({ day: plainDate, weekendsOnly: z.boolean() });

/** Forms of the recognition page that outlast a lock and a kill, one of each for a person. */
export const keptFormName = z.enum(['receive', 'approval', 'supplement']);
export type KeptFormName = z.infer<typeof keptFormName>;

const judgedCondition = z.strictObject({
  code: z.string(),
  state: z.enum(['met', 'missing', 'unknown']),
  needs: z.array(z.string()),
});

/** What the recognition page asks before an application is sent, and 补正 and 撤回 after it. */
export const supplementCalls = {
  /** How each tier's conditions stand for that person with those materials, and which materials are on the person's record. */
  outlook: call('recognition.receive', 'not-found')
    .input(z.strictObject({ personId, materials: z.array(z.string().max(60)).min(1).max(40).optional() }))
    .output(
      z.strictObject({
        tiers: z.array(
          z.strictObject({
            team: z.string(),
            tier: z.string(),
            conditions: z.array(judgedCondition),
            counts: z.strictObject({ met: z.int(), missing: z.int(), unknown: z.int() }),
          }),
        ),
        onRecord: z.array(evidenceItem),
      }),
    ),
  /** Empty text: nothing is kept any more. */
  keepForm: call('recognition.receive', 'not-found', 'disk-full')
    .input(z.strictObject({ personId, form: keptFormName, text: z.string().max(60_000) }))
    .output(done),
  keptForm: call('recognition.receive')
    .input(z.strictObject({ personId, form: keptFormName }))
    .output(z.strictObject({ text: z.string() })),
  askSupplement: call(
    'recognition.receive',
    'not-found',
    'not-in-this-state',
    'field-refused',
    'date-questionable',
    'disk-full',
    'records-unavailable',
  )
    .input(
      z.strictObject({
        matterId,
        items: z.array(supplementItem).min(1).max(20),
        workingDays: z.int().min(1).max(90),
        again: z.string().min(2).max(200).optional(),
      }),
    )
    .output(z.strictObject({ dueOn: plainDate })),
  bringSupplement: call(
    'recognition.receive',
    'not-found',
    'not-in-this-state',
    'field-refused',
    'date-questionable',
    'disk-full',
    'records-unavailable',
  )
    .input(
      z.strictObject({
        matterId,
        /** Absent where nothing came in and the application goes on without. */
        items: z.array(supplementSubject).min(1).max(40).optional(),
        materials: z.array(handedMaterial).min(1).max(40).optional(),
        routeFacts: routeFacts.optional(),
        aspects: aspects.optional(),
        goOn: z.boolean().optional(),
      }),
    )
    .output(z.strictObject({ complete: z.boolean() })),
  withdraw: call('recognition.receive', 'not-found', 'not-in-this-state', 'date-questionable', 'disk-full', 'records-unavailable')
    .input(z.strictObject({ matterId, reason: z.string().min(2).max(200) }))
    .output(done),
};
