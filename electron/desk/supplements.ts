import type { MatterId } from '../../shared/domain/ids.ts';
import {
  askSupplement,
  bringSupplement,
  type SupplementContext,
  withdrawRecognition,
} from '../../shared/domain/matter/decide-supplement.ts';
import { judgeTiers } from '../../shared/domain/policy/conditions.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { deskCalls } from './desk-door.ts';
import { dropForm } from './kept-forms.ts';
import type { DeskDecision, DeskRoom } from './open-counter.ts';
import { mustBeStored } from './stored-materials.ts';
import { trustedToday } from './trusted-today.ts';

const calls = deskCalls.recognitions;

/** What is known before an application is sent; and after it 补正, asked for and brought, and 撤回. */
export function supplementCalls(room: DeskRoom) {
  return { outlook: outlook(room), askSupplement: ask(room), bringSupplement: bring(room), withdraw: withdraw(room) };
}

const outlook = (room: DeskRoom) =>
  calls.outlook.handler(async ({ input: { personId, materials = [] } }) => {
    const { records, packs } = room.counter();
    const person = (await records.get('person', personId)) ?? refuse('not-found', { what: 'person' });
    const handed = materials.map((kind) => ({ kind }));
    const tiers = judgeTiers(packs.current(), person, { materials: handed, today: room.clock.today() });
    return {
      tiers: tiers.map(({ team, tier, conditions, counts }) => ({
        team,
        tier,
        counts,
        conditions: conditions.map(({ code, state, needs }) => ({ code, state, needs: [...needs] })),
      })),
      onRecord: person.evidence ?? [],
    };
  });

const ask = (room: DeskRoom) =>
  calls.askSupplement.handler(async ({ input }) => {
    const entry = await decide(room, input.matterId, (context) => ({
      kind: 'recognition.supplement-asked',
      command: input,
      facts: askSupplement(input, context),
    }));
    if (entry.kind !== 'recognition.supplement-asked') throw new Error('another entry came back');
    await dropForm(room, entry.facts.personId, 'supplement');
    return { dueOn: entry.facts.supplement.dueOn };
  });

const bring = (room: DeskRoom) =>
  calls.bringSupplement.handler(async ({ input }) => {
    await mustBeStored(room, input.materials ?? []);
    const entry = await decide(room, input.matterId, (context) => ({
      kind: 'recognition.supplemented',
      command: input,
      facts: bringSupplement(input, context),
    }));
    if (entry.kind !== 'recognition.supplemented') throw new Error('another entry came back');
    await dropForm(room, entry.facts.personId, 'supplement');
    return { complete: entry.facts.complete };
  });

const withdraw = (room: DeskRoom) =>
  calls.withdraw.handler(async ({ input }) => {
    await decide(room, input.matterId, (context) => ({
      kind: 'recognition.withdrawn',
      command: input,
      facts: withdrawRecognition(input.reason, context),
    }));
    return {};
  });

/** One decision on one application, by its person's queue: two clerks at one matter come one after the other. */
async function decide(room: DeskRoom, matterId: MatterId, make: (context: SupplementContext) => DeskDecision) {
  const { records, packs, decisions } = room.counter();
  const staffId = room.staff().id;
  const known = (await records.get('recognition', matterId)) ?? refuse('not-found', { what: 'recognition' });
  const { entry } = await decisions.record(staffId, [`person:${known.personId}`], async () => {
    const recognition = (await records.get('recognition', matterId)) ?? refuse('not-found', { what: 'recognition' });
    return make({ recognition, pack: packs.get(recognition.pack), today: trustedToday(room), staffId });
  });
  return entry;
}
