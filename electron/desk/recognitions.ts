import type { CertificateNumber, MatterId, MatterNumber, StaffId } from '../../shared/domain/ids.ts';
import { enterApproval, grantDirectly, receiveRecognition } from '../../shared/domain/matter/decide-recognition.ts';
import type { Recognition } from '../../shared/domain/matter/recognition.ts';
import { openSupplement, outstandingItems, promisedBy } from '../../shared/domain/matter/supplement.ts';
import { findTier } from '../../shared/domain/policy/pack.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { checkScan } from './check-stored.ts';
import { deskCalls } from './desk-door.ts';
import { dropForm, keptFormCalls } from './kept-forms.ts';
import type { DeskDecision, DeskRoom, OpenCounter } from './open-counter.ts';
import { mustBeStored } from './stored-materials.ts';
import { supplementCalls } from './supplements.ts';
import { trustedToday } from './trusted-today.ts';
import { mustNotWait } from './waiting-approval.ts';

/** Recognition (认定): taken in, then granted by a second person at the counter or by an approving body's entered approval. */
export function recognitionCalls(room: DeskRoom) {
  return {
    receive: receive(room),
    grantDirectly: direct(room),
    enterApproval: approved(room),
    waiting: waiting(room),
    ...keptFormCalls(room),
    ...supplementCalls(room),
  };
}

const receive = (room: DeskRoom) =>
  deskCalls.recognitions.receive.handler(async ({ input }) => {
    const counter = room.counter();
    const { ledger, records, packs, numbers, decisions } = counter;
    const staffId = room.staff().id;
    await mustBeStored(room, input.materials ?? []);
    const { entry } = await decisions.record(staffId, [`person:${input.personId}`], async () => {
      const person = (await records.get('person', input.personId)) ?? refuse('not-found', { what: 'person' });
      const all = await Promise.all(ledger.recognitionsOf(input.personId).map((id) => records.get('recognition', id)));
      const today = trustedToday(room);
      const context = {
        pack: packs.current(),
        person,
        recognitions: all.filter((r) => r !== undefined),
        newMatterId: room.newId() as MatterId,
        today,
        staffId,
      };
      // Refused before a number is taken: a refusal must not leave a gap.
      receiveRecognition(input, { ...context, number: '' as MatterNumber, blockId: '' });
      const { number, blockId } = numbers.take('matter', yearOf(today));
      return {
        kind: 'recognition.received',
        command: input,
        facts: receiveRecognition(input, { ...context, number: number as MatterNumber, blockId }),
      };
    });
    if (entry.kind !== 'recognition.received') throw new Error('another entry came back');
    await dropForm(room, input.personId, 'receive');
    return { matterId: entry.facts.recognition.id, number: entry.facts.recognition.number };
  });

const direct = (room: DeskRoom) =>
  deskCalls.recognitions.grantDirectly.handler(async ({ input }) => {
    const { matterId, ticket } = input;
    const staffId = room.staff().id;
    const signedOffBy = room.counter().tickets.spend(ticket, 'recognition.grant', matterId) ?? refuse('sign-off-needed', {});
    return grant(room, { matterId, signedOffBy }, (context) => {
      mustNotWait(room.counter(), { act: 'recognition.grant-directly', matterId });
      return grantDirectly(context, signedOffBy, staffId);
    });
  });

/** 直接认定 as it will be recorded: whoever asked for it, and the second person where there is one already. */
export function directGrant(room: DeskRoom, matterId: MatterId, by: { askedBy: StaffId; signedOffBy?: StaffId }) {
  const { askedBy, signedOffBy } = by;
  return grantDecision(room, { matterId, ...by }, (context) => grantDirectly(context, signedOffBy, askedBy));
}

const approved = (room: DeskRoom) =>
  deskCalls.recognitions.enterApproval.handler(async ({ input }) => {
    const { document } = input.approval;
    // An approval whose scan was never stored, or is another, would prove nothing to whoever asks for it later.
    const fields = await checkScan(document, 'approval.document', room.counter().attachments);
    if (fields.length > 0) refuse('field-refused', { fields });
    return grant(room, input, (context) => enterApproval(context, input.approval));
  });

async function grant(
  room: DeskRoom,
  command: { matterId: MatterId; [part: string]: unknown },
  decide: (context: Parameters<typeof grantDirectly>[0]) => ReturnType<typeof grantDirectly>,
) {
  const { personId } = await getRecognition(room.counter(), command.matterId);
  const { decisions } = room.counter();
  const { entry } = await decisions.record(room.staff().id, [`person:${personId}`], () => grantDecision(room, command, decide));
  if (entry.kind !== 'recognition.granted') throw new Error('another entry came back');
  await dropForm(room, personId, 'approval');
  return { certificateNumber: entry.facts.grant.certificateNumber };
}

/** To be called under the person's queue. */
async function grantDecision(
  room: DeskRoom,
  command: { matterId: MatterId; [part: string]: unknown },
  decide: (context: Parameters<typeof grantDirectly>[0]) => ReturnType<typeof grantDirectly>,
): Promise<DeskDecision> {
  const { packs, numbers } = room.counter();
  const recognition = await getRecognition(room.counter(), command.matterId);
  const today = trustedToday(room);
  const context = { recognition, pack: packs.get(recognition.pack), today };
  decide({ ...context, certificateNumber: '' as CertificateNumber, blockId: '' });
  const { number, blockId } = numbers.take('certificate', yearOf(today));
  return {
    kind: 'recognition.granted',
    command,
    facts: decide({ ...context, certificateNumber: number as CertificateNumber, blockId }),
  };
}

const waiting = (room: DeskRoom) =>
  deskCalls.recognitions.waiting.handler(async () => {
    const counter = room.counter();
    const found = await Promise.all(counter.ledger.openRecognitions().map((id) => getRecognition(counter, id)));
    return found.map((recognition) => {
      const { id: matterId, number, personId, receivedOn, status } = recognition;
      const name = counter.ledger.findPerson(personId)?.name ?? '';
      const promised = promisedBy(recognition, counter.packs.get(recognition.pack), room.clock.today());
      const open = openSupplement(recognition);
      const supplement = open && { dueOn: open.dueOn, left: outstandingItems(open).length };
      const facts = { matterId, number, personId, name, receivedOn, status, promised, ...tierOf(counter, recognition) };
      return { ...facts, ...(supplement && { supplement }) };
    });
  });

function tierOf(counter: OpenCounter, { pack, team, tier }: Recognition) {
  const found = findTier(counter.packs.get(pack), team, tier);
  return { teamName: found?.team.name.zh ?? team, tierName: found?.tier.name.zh ?? tier, direct: found?.tier.direct ?? false };
}

async function getRecognition(counter: OpenCounter, id: MatterId): Promise<Recognition> {
  return (await counter.records.get('recognition', id)) ?? refuse('not-found', { what: 'recognition' });
}

const yearOf = (date: string) => Number(date.slice(0, 4));
