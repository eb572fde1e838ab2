import type { EntryFacts } from '../entry.ts';
import type { PersonId, StaffId } from '../ids.ts';
import type { PlainDate } from '../plain-date.ts';
import type { PackNotice } from '../policy/notice.ts';
import { refuse } from '../refusal.ts';
import type { Batch } from './batch.ts';
import { checkDocument } from './check-document.ts';
import { checkEmployment } from './check-employment.ts';
import { checkIdentity } from './check-identity.ts';
import { checkIntake } from './check-intake.ts';
import { checkMaterials } from './check-materials.ts';
import { checkQualifications } from './check-qualifications.ts';
import type { Person, PersonFacts } from './person.ts';
import type { RefusedField } from './refused-field.ts';

/** Somebody who may be the same person, and why. */
export interface AlikePerson {
  readonly personId: PersonId;
  readonly why: string;
}

export interface RegisterTalentContext {
  /** Who already has this number here, if anybody. */
  readonly registeredAs: PersonId | undefined;
  /** Who this may be, as the records stand at the decision. */
  readonly alike: readonly AlikePerson[];
  /** Whom the clerk has looked at and told from this one. */
  readonly toldFrom: readonly PersonId[];
  readonly newPersonId: PersonId;
  readonly today: PlainDate;
  /** Who registers, and who worked on the draft before; the first of them is the first clerk (首问). */
  readonly clerks: readonly [StaffId, ...StaffId[]];
  readonly notice: PackNotice;
  readonly batch?: Pick<Batch, 'status' | 'agent' | 'authorisation'> | undefined;
  readonly numberAccepted?: Person['numberAccepted'];
}

/**
 * Decides a registration. Refuses `already-registered` (the person who has the number), `field-refused` (each field's path and code),
 * and `alike-undecided` (people who may be the same and whom nobody has told from this one). The checks' sources stand with each.
 */
export function registerTalent(facts: PersonFacts, context: RegisterTalentContext): EntryFacts<'talent.registered'> {
  const { registeredAs, alike, toldFrom, today, clerks, numberAccepted } = context;
  if (registeredAs) refuse('already-registered', { personId: registeredAs });
  const fields = refusedFields(facts, context);
  if (fields.length > 0) refuse('field-refused', { fields });
  const undecided = alike.filter(({ personId }) => !toldFrom.includes(personId));
  if (undecided.length > 0) refuse('alike-undecided', { people: undecided.map((one) => ({ ...one })) });
  const { intake, ...rest } = facts;
  const backdated = intake?.backdated;
  const person: Person = {
    ...rest,
    id: context.newPersonId,
    version: 1,
    registeredOn: backdated?.on ?? today,
    ...(backdated && { enteredOn: today }),
    ...(intake && { intake: { ...intake, firstClerk: clerks[0] } }),
    ...(numberAccepted && { numberAccepted }),
    ...(alike.length > 0 && { toldFrom: alike.map((one) => ({ ...one })) }),
  };
  return { person };
}

function refusedFields(facts: PersonFacts, context: RegisterTalentContext): RefusedField[] {
  const { today, numberAccepted } = context;
  return [
    ...checkDocument(facts, { today, checkDigitAccepted: numberAccepted !== undefined }),
    ...checkIdentity(facts, today),
    ...checkQualifications(facts, today),
    ...checkEmployment(facts),
    ...checkIntake(facts, context),
    ...checkMaterials(facts, context),
  ];
}
