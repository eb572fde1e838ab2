import type { z } from 'zod';
import type { deskContract } from '../../shared/contract/desk.ts';
import type { PersonId, StaffId } from '../../shared/domain/ids.ts';
import { noticeOf } from '../../shared/domain/policy/notice.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { Person } from '../../shared/domain/talent/person.ts';
import { type RegisterTalentContext, registerTalent } from '../../shared/domain/talent/register-talent.ts';
import { checkDocumentNumber, identityKeyOf } from '../../shared/standards/identity-document.ts';
import { findAlike } from './alike-people.ts';
import { checkStored } from './check-stored.ts';
import { draftClerks, draftFile } from './drafts.ts';
import type { DeskRoom } from './open-counter.ts';

type RegisterInput = z.output<NonNullable<(typeof deskContract.talents.register)['~orpc']['inputSchema']>>;

/** Registers a person, under the queue of the number and of the batch: two clerks, or two presses, are one registration. */
export async function register(room: DeskRoom, input: RegisterInput): Promise<{ personId: PersonId; seq: number }> {
  const { decisions, files, attachments } = room.counter();
  const { facts, draftId } = input;
  const stored = await checkStored(facts, attachments);
  if (stored.length > 0) refuse('field-refused', { fields: [...stored] });
  const batch = facts.intake?.batch;
  const aggregates = [`id-number:${identityKeyOf(facts)}`, ...(batch ? [`batch:${batch}`] : [])];
  const { entry, seq } = await decisions.record(room.staff().id, aggregates, async () => {
    const context = await contextOf(room, input);
    // What else is wrong is said first: a second person's word is spent on a registration that then is made.
    const provisional = input.override && { signedOffBy: room.staff().id, on: context.today, image: input.override.image };
    registerTalent(facts, { ...context, ...(provisional && { numberAccepted: provisional }) });
    const numberAccepted = await acceptNumber(room, input);
    return {
      kind: 'talent.registered',
      command: input,
      facts: registerTalent(facts, { ...context, ...(numberAccepted && { numberAccepted }) }),
    };
  });
  if (draftId) await files.remove(draftFile(draftId));
  if (entry.kind !== 'talent.registered') throw new Error('another entry came back');
  return { personId: entry.facts.person.id, seq };
}

async function contextOf(room: DeskRoom, { facts, draftId, toldFrom = [] }: RegisterInput): Promise<RegisterTalentContext> {
  const { ledger, packs } = room.counter();
  const { name, birthDate } = facts.identity;
  const alike = findAlike(room, { name, birthDate, phone: facts.contact.phone });
  return {
    registeredAs: ledger.findPersonByIdKey(identityKeyOf(facts)),
    alike: alike.map(({ person, why }) => ({ personId: person.id, why })),
    toldFrom: toldFrom.map(({ personId }) => personId),
    newPersonId: room.newId() as PersonId,
    today: room.clock.today(),
    clerks: await clerksOf(room, draftId),
    notice: noticeOf(packs.current()),
    batch: facts.intake?.batch && (await room.counter().records.get('batch', facts.intake.batch)),
  };
}

/** Whoever began the draft is the first clerk (首问); without one it is whoever registers. */
async function clerksOf(room: DeskRoom, draftId: RegisterInput['draftId']): Promise<[StaffId, ...StaffId[]]> {
  const [first = room.staff().id, ...others] = draftId ? await draftClerks(room.counter().files, draftId) : [];
  return [first, ...others, room.staff().id];
}

/** A second person's word for a number whose check digit alone is wrong, beside a stored image of the document. */
async function acceptNumber(room: DeskRoom, { facts, override }: RegisterInput): Promise<Person['numberAccepted']> {
  if (!override) return undefined;
  const { number, kind } = facts.document;
  const today = room.clock.today();
  // A number that holds needs nobody's word, and its record should not look as if it did.
  if (checkDocumentNumber(number, { kind, today }).ok) return undefined;
  const { tickets, attachments } = room.counter();
  if (!(await attachments.has(override.image)))
    refuse('field-refused', { fields: [{ path: 'override.image', code: 'required' }] });
  const signedOffBy = tickets.spend(override.ticket, 'document.accept', number) ?? refuse('sign-off-needed', {});
  if (signedOffBy === room.staff().id) refuse('second-person-needed', {});
  return { signedOffBy, on: today, image: override.image };
}
