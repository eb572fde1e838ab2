import type { z } from 'zod';
import type { deskContract } from '../../shared/contract/desk.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { personOnImage } from '../../shared/domain/staff/signed-act.ts';
import { type CorrectionContext, correctTalent } from '../../shared/domain/talent/correct-talent.ts';
import { type CorrectedField, withFields } from '../../shared/domain/talent/correction.ts';
import type { Person } from '../../shared/domain/talent/person.ts';
import { identityKeyOf } from '../../shared/standards/identity-document.ts';
import { findAlike } from './alike-people.ts';
import { deskCalls } from './desk-door.ts';
import { onTicket } from './on-ticket.ts';
import type { DeskRoom } from './open-counter.ts';
import { trustedToday } from './trusted-today.ts';

type CorrectInput = z.output<NonNullable<(typeof deskContract.corrections.correct)['~orpc']['inputSchema']>>;

/** 更正: a submitted record is never edited; a correction is an entry of its own, with what was and what is. */
export function correctionCalls(room: DeskRoom) {
  return {
    correct: deskCalls.corrections.correct.handler(async ({ input }) => {
      await correct(room, input);
      return {};
    }),
  };
}

async function correct(room: DeskRoom, input: CorrectInput): Promise<void> {
  const { personId, proof } = input;
  const { decisions, attachments } = room.counter();
  if (proof && !(await attachments.has(proof.image)))
    refuse('field-refused', { fields: [{ path: 'proof.image', code: 'required' }] });
  const aggregates = await aggregatesOf(room, input);
  const staffId = room.staff().id;
  const record = (signedOffBy?: StaffId) =>
    decisions.record(staffId, aggregates, async () => {
      mustBeOpen(room, input);
      const context = await contextOf(room, input);
      if (signedOffBy === staffId) refuse('second-person-needed', {});
      const checked = proof && signedOffBy ? { signedOffBy, image: proof.image } : undefined;
      return { kind: 'talent.corrected', command: input, facts: correctTalent(input, { ...context, proof: checked }) };
    });
  const subjectId = proof && personOnImage(personId, proof.image, input.fields);
  if (proof && subjectId) await onTicket(room.counter(), { ticket: proof.ticket, act: 'identity.correct', subjectId }, record);
  else await record();
}

/** The queue of whoever has the corrected number, too: a registration of the same holder at the same moment is one or the other. */
async function aggregatesOf(room: DeskRoom, { personId, fields }: CorrectInput): Promise<string[]> {
  const person = (await room.counter().records.get('person', personId)) ?? refuse('not-found', { what: 'person' });
  const changes = (Object.entries(fields) as [CorrectedField, string][]).map(([field, after]) => ({ field, after }));
  const corrected = withFields(person, changes);
  return [`person:${personId}`, ...(corrected.document.number ? [`id-number:${identityKeyOf(corrected)}`] : [])];
}

/** The request that it answers is this person's and waits: it may have been refused while the correction was typed. */
function mustBeOpen(room: DeskRoom, { personId, requestId }: CorrectInput): void {
  const request = requestId && room.counter().ledger.request(requestId);
  if (requestId && (request?.personId !== personId || request.kind !== 'correct' || request.answer))
    refuse('not-found', { what: 'request' });
}

async function contextOf(room: DeskRoom, { personId, toldFrom = [] }: CorrectInput): Promise<Omit<CorrectionContext, 'proof'>> {
  const { records, ledger } = room.counter();
  const person = (await records.get('person', personId)) ?? refuse('not-found', { what: 'person' });
  return {
    person,
    today: trustedToday(room),
    registeredAs: (corrected: Person) => ledger.findPersonByIdKey(identityKeyOf(corrected)),
    alike: ({ identity: { name, birthDate }, contact: { phone } }) =>
      findAlike(room, { name, birthDate, phone }).map((one) => ({ personId: one.person.id, why: one.why })),
    toldFrom,
  };
}
