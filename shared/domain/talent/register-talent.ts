import { findCountry } from '../../standards/gb-2659.ts';
import { checkUscc } from '../../standards/gb-32100.ts';
import { checkDocumentNumber } from '../../standards/identity-document.ts';
import { checkPersonName } from '../../standards/person-name.ts';
import type { EntryFacts } from '../entry.ts';
import type { PersonId, StaffId } from '../ids.ts';
import type { PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';
import type { Person, PersonFacts } from './person.ts';

export interface RegisterTalentContext {
  /** Who already has this number here, if anybody. */
  registeredAs: PersonId | undefined;
  newPersonId: PersonId;
  today: PlainDate;
  /** Who registers: the first clerk (首问), unless somebody else began the draft. */
  firstClerk: StaffId;
  /** Alike people whom the clerk told from this one. */
  toldFrom?: Person['toldFrom'] | undefined;
}

/**
 * Decides a registration. Refuses with `already-registered` (the person who has the number) or `field-refused` (each field's path
 * and code). Sources of the checks: standards/identity-document.ts for the number, standards/person-name.ts for the name, GB 32100-2015 for the
 * employer's code.
 */
export function registerTalent(facts: PersonFacts, context: RegisterTalentContext): EntryFacts<'talent.registered'> {
  if (context.registeredAs) refuse('already-registered', { personId: context.registeredAs });
  const fields = [...checkDocument(facts, context.today), ...checkName(facts), ...checkEmployment(facts)];
  if (fields.length > 0) refuse('field-refused', { fields });
  const { intake, ...rest } = facts;
  const { toldFrom } = context;
  const kept = {
    ...(intake && { intake: { ...intake, firstClerk: context.firstClerk } }),
    ...(toldFrom?.length && { toldFrom }),
  };
  return { person: { ...rest, ...kept, id: context.newPersonId, version: 1, registeredOn: context.today } };
}

type RefusedField = { path: string; code: string };

function checkDocument({ document, identity }: PersonFacts, today: PlainDate): RefusedField[] {
  const fields: RefusedField[] = [];
  const number = checkDocumentNumber(document.number, { kind: document.kind, today });
  if (!number.ok) fields.push({ path: 'document.number', code: number.code });
  else if (number.says.birthDate && number.says.birthDate !== identity.birthDate)
    fields.push({ path: 'identity.birthDate', code: 'differs-from-number' });
  if (!findCountry(identity.nationality)?.isNationality) fields.push({ path: 'identity.nationality', code: 'not-a-country' });
  if (identity.birthDate > today) fields.push({ path: 'identity.birthDate', code: 'in-the-future' });
  const { validFrom, validTo } = document;
  if (validFrom && validTo && validTo !== 'long-term' && validTo < validFrom)
    fields.push({ path: 'document.validTo', code: 'ends-before-start' });
  if (validTo && validTo !== 'long-term' && validTo < today) fields.push({ path: 'document.validTo', code: 'document-expired' });
  return fields;
}

function checkName({ identity }: PersonFacts): RefusedField[] {
  const name = checkPersonName(identity.name);
  return name.ok ? [] : [{ path: 'identity.name', code: name.code }];
}

function checkEmployment({ employment }: PersonFacts): RefusedField[] {
  const fields: RefusedField[] = [];
  const uscc = checkUscc(employment.uscc);
  if (!uscc.ok) fields.push({ path: 'employment.uscc', code: uscc.code });
  if (employment.startsOn && employment.endsOn && employment.endsOn < employment.startsOn) {
    fields.push({ path: 'employment.endsOn', code: 'ends-before-start' });
  }
  return fields;
}
