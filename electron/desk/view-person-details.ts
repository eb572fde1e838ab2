import type { PersonView } from '../../shared/contract/talent-calls.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import type { PlainDate } from '../../shared/domain/plain-date.ts';
import { maskIdNumber, maskPhone } from '../../shared/domain/talent/masking.ts';
import type { Person } from '../../shared/domain/talent/person.ts';
import type { OpenCounter } from './open-counter.ts';

type Details = Pick<PersonView, 'enteredOn' | 'qualifications' | 'intake' | 'evidence' | 'photo' | 'numberAccepted' | 'toldFrom'>;

/** What a whole registration brings to a person's page: names instead of ids, other people's numbers covered. */
export async function personDetailsOf(counter: OpenCounter, person: Person, today: PlainDate): Promise<Details> {
  const { enteredOn, qualifications, evidence = [], photo, numberAccepted, toldFrom = [] } = person;
  const { ledger } = counter;
  const nameOf = (id: StaffId) => ledger.staff(id)?.name ?? '';
  const intake = await intakeOf(counter, person, today);
  return {
    ...(enteredOn && { enteredOn }),
    ...(qualifications && { qualifications }),
    ...(intake && { intake }),
    evidence: evidence.map(({ originalSeen: seen, ...item }) => ({
      ...item,
      ...(seen && { originalSeen: { by: nameOf(seen.by), on: seen.on } }),
      expired: item.expiresOn !== undefined && item.expiresOn < today,
    })),
    ...(photo && { photo }),
    ...(numberAccepted && { numberAccepted: { ...numberAccepted, signedOffBy: nameOf(numberAccepted.signedOffBy) } }),
    toldFrom: toldFrom.map(({ personId, why }) => ({ personId, name: ledger.findPerson(personId)?.name ?? '', why })),
  };
}

async function intakeOf(counter: OpenCounter, { intake }: Person, today: PlainDate): Promise<Details['intake']> {
  if (!intake) return undefined;
  const { applicant, notice, backdated, batch: id, firstClerk } = intake;
  const batch = id && (await counter.records.get('batch', id));
  return {
    applicant: applicantOf(applicant, today),
    notice,
    ...(backdated && { backdated }),
    ...(batch && { batch: { id: batch.id, employerName: batch.employer.name } }),
    firstClerk: counter.ledger.staff(firstClerk)?.name ?? '',
  };
}

function applicantOf(
  applicant: NonNullable<Person['intake']>['applicant'],
  today: PlainDate,
): NonNullable<Details['intake']>['applicant'] {
  if (applicant.role === 'self') return { role: 'self' };
  const { role, name, document, phone, authorisation } = applicant;
  const { scope, expiresOn } = authorisation;
  return {
    role,
    name,
    idKind: document.kind,
    maskedNumber: maskIdNumber(document.number),
    ...(phone && { maskedPhone: maskPhone(phone) }),
    authorisation: { scope, ...(expiresOn && { expiresOn }), expired: expiresOn !== undefined && expiresOn < today },
  };
}
