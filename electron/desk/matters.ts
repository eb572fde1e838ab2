import { type MatterRow, maxListedMatters } from '../../shared/contract/hand-over-calls.ts';
import type { MatterId, StaffId } from '../../shared/domain/ids.ts';
import { handlerOf, handOn, mayHandle, takeOn } from '../../shared/domain/matter/hand-on.ts';
import type { Recognition } from '../../shared/domain/matter/recognition.ts';
import { findOpenRecognition } from '../../shared/domain/matter/standing.ts';
import { findTier } from '../../shared/domain/policy/pack.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskDecision, DeskRoom, MatterLine } from './open-counter.ts';
import { teamName, tierName } from './tier-name.ts';

/** 办件: the work-list, and 交接 from clerk to clerk. */
export function matterCalls(room: DeskRoom) {
  const calls = deskCalls.matters;
  return {
    list: calls.list.handler(({ input }) => list(room, input)),
    colleagues: calls.colleagues.handler(() =>
      presentStaff(room)
        .filter(mayHandle)
        .map(({ id, name }) => ({ id, name })),
    ),
    handOn: calls.handOn.handler(({ input }) => handOnMatters(room, input)),
    takeOn: calls.takeOn.handler(async ({ input }) => {
      await takeOnMatters(room, input.matterIds);
      return {};
    }),
  };
}

interface Wanted {
  readonly which: 'open' | 'done' | 'all';
  readonly handlerId?: StaffId | undefined;
  readonly since?: string | undefined;
}

function list(room: DeskRoom, { which, handlerId, since }: Wanted): { rows: MatterRow[]; more: number } {
  const { ledger } = room.counter();
  const found = [...ledger.matters(which === 'open' ? 'open' : 'all')].filter(
    (line) =>
      (which === 'all' || isOpen(line) === (which === 'open')) &&
      (handlerId === undefined || handlerOf(line) === handlerId) &&
      // By when something last happened to it: what was granted today was taken in some other day.
      (since === undefined || (line.grantedOn ?? line.receivedOn) >= since),
  );
  // Ids are UUIDv7: their order is that of taking in. What is open is worked off from the oldest on.
  const first = which === 'open' ? -1 : 1;
  found.sort((a, b) => (a.id < b.id ? first : -first));
  const shown = found.slice(0, maxListedMatters);
  return { rows: shown.map((line) => rowOf(room, line)), more: found.length - shown.length };
}

function isOpen(line: Pick<Recognition, 'status'>): boolean {
  return findOpenRecognition([line]) !== undefined;
}

function rowOf(room: DeskRoom, line: MatterLine): MatterRow {
  const counter = room.counter();
  const nameOf = (id: StaffId) => counter.ledger.staff(id)?.name ?? '';
  const { id: matterId, number, personId, receivedOn, grantedOn, status, handling } = line;
  const handlerId = handlerOf(line);
  const waits = isOpen(line) && handling?.takenOnAt === undefined ? handling?.handedOver : undefined;
  return {
    matterId,
    number,
    personId,
    name: counter.ledger.findPerson(personId)?.name ?? '',
    teamName: teamName(counter, line),
    tierName: tierName(counter, line),
    receivedOn,
    ...(grantedOn && { grantedOn }),
    status,
    open: isOpen(line),
    ...(line.dueOn && { dueOn: line.dueOn, overdue: line.dueOn < room.clock.today() }),
    direct: findTier(counter.packs.get(line.pack), line.team, line.tier)?.tier.direct ?? false,
    handlerId,
    handlerName: nameOf(handlerId),
    mine: handlerId === room.staff().id,
    ...(waits && { handedOver: { byName: nameOf(waits.by), at: waits.at, ...(waits.note && { note: waits.note }) } }),
  };
}

interface HandOnInput {
  readonly matterIds: readonly MatterId[];
  readonly to: StaffId;
  readonly note?: string | undefined;
}

async function handOnMatters(room: DeskRoom, input: HandOnInput): Promise<{ count: number }> {
  const { decisions } = room.counter();
  const { entry } = await decisions.record(room.staff().id, await queuesOf(room, input.matterIds), async () => {
    const context = {
      matters: await getMatters(room, input.matterIds),
      to: presentStaff(room).find(({ id }) => id === input.to),
      staff: room.staff(),
    };
    return { kind: 'matters.handed-over', command: input, facts: handOn(input.note, context) };
  });
  if (entry.kind !== 'matters.handed-over') throw new Error('another entry came back');
  return { count: entry.facts.matters.length };
}

/** Taken on twice it is one entry. */
async function takeOnMatters(room: DeskRoom, matterIds: readonly MatterId[]): Promise<void> {
  const { decisions } = room.counter();
  const { id } = room.staff();
  let nothingLeft = false;
  const decide = async (): Promise<DeskDecision> => {
    const facts = takeOn(await getMatters(room, matterIds), id);
    nothingLeft = facts === undefined;
    return { kind: 'matters.taken-on', command: { matterIds }, facts: facts ?? refuse('belongs-to-another', {}) };
  };
  try {
    await decisions.record(id, await queuesOf(room, matterIds), decide);
  } catch (error) {
    if (!nothingLeft) throw error;
  }
}

async function queuesOf(room: DeskRoom, matterIds: readonly MatterId[]): Promise<string[]> {
  const matters = await getMatters(room, matterIds);
  return [...new Set(matters.map(({ personId }) => `person:${personId}`))];
}

function getMatters(room: DeskRoom, matterIds: readonly MatterId[]): Promise<Recognition[]> {
  const { records } = room.counter();
  const unique = [...new Set(matterIds)];
  return Promise.all(
    unique.map(async (id) => (await records.get('recognition', id)) ?? refuse('not-found', { what: 'recognition' })),
  );
}

/** Everybody who is on the staff today. */
function presentStaff(room: DeskRoom) {
  return room
    .counter()
    .ledger.staffList()
    .filter(({ leftOn }) => leftOn === undefined);
}
