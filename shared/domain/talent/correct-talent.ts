import type { PersonId, RequestId, Sha256Hex, StaffId } from '../ids.ts';
import type { PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';
import { checkDocument } from './check-document.ts';
import { checkEmployment } from './check-employment.ts';
import { checkIdentity } from './check-identity.ts';
import { type CorrectedField, type Correction, isIdentityField, valueAt, withFields } from './correction.ts';
import { contact, employment, identity, identityDocument, type Person, type PersonFacts } from './person.ts';
import type { RefusedField } from './refused-field.ts';
import type { AlikePerson } from './register-talent.ts';

export interface CorrectTalent {
  readonly fields: Readonly<Partial<Record<CorrectedField, string>>>;
  /** The new number's check digit is wrong, and the document says so all the same. */
  readonly acceptNumber?: boolean | undefined;
  readonly requestId?: RequestId | undefined;
}

export interface CorrectionContext {
  readonly person: Person;
  readonly today: PlainDate;
  /** Who has the corrected number here, if anybody. */
  registeredAs(person: Person): PersonId | undefined;
  /** Who else the corrected person may be. */
  alike(person: Person): readonly AlikePerson[];
  readonly toldFrom: readonly PersonId[];
  readonly proof: { readonly signedOffBy: StaffId; readonly image: Sha256Hex } | undefined;
}

/**
 * Decides a correction. Refuses `field-refused` (each field's path and code; `fields` where nothing would change), `already-registered`
 * (the number is another person's), `alike-undecided`, and `sign-off-needed` where an identity field changes without a second person
 * and an image. Everything else is said first, so that nobody's word is spent on a correction that isn't made.
 */
export function correctTalent({ fields, acceptNumber, requestId }: CorrectTalent, context: CorrectionContext): Correction {
  const { person, today, toldFrom, proof } = context;
  const changes = (Object.entries(fields) as [CorrectedField, string][])
    .map(([field, after]) => ({ field, before: valueAt(person, field), after }))
    .filter(({ before, after }) => before !== after);
  if (changes.length === 0) refuse('field-refused', { fields: [{ path: 'fields', code: 'required' }] });
  const corrected = withFields(person, changes);
  const faults = faultsOf(corrected, changes, { today, checkDigitAccepted: acceptNumber === true });
  if (faults.length > 0) refuse('field-refused', { fields: faults });
  const ofIdentity = changes.some(({ field }) => isIdentityField(field));
  const owner = ofIdentity ? context.registeredAs(corrected) : undefined;
  if (owner && owner !== person.id) refuse('already-registered', { personId: owner });
  const known = [...toldFrom, ...(person.toldFrom ?? []).map((one) => one.personId), person.id];
  const alike = context.alike(corrected).filter((one) => one.personId !== person.id);
  const undecided = alike.filter((one) => !known.includes(one.personId));
  if (undecided.length > 0) refuse('alike-undecided', { people: undecided.map((one) => ({ ...one })) });
  if (ofIdentity && !proof) refuse('sign-off-needed', {});
  const isAccepted = acceptNumber && proof && changes.some(({ field }) => field === 'document.number');
  const told = alike.filter((one) => toldFrom.includes(one.personId));
  return {
    personId: person.id,
    on: today,
    changes,
    ...(ofIdentity && proof && { proof: { ...proof } }),
    ...(isAccepted && { numberAccepted: { ...proof, on: today } }),
    ...(told.length > 0 && { toldFrom: told.map((one) => ({ ...one })) }),
    ...(requestId && { requestId }),
  };
}

/** What is wrong with the corrected person: of the identity all of it, of the rest what was touched. An old fault elsewhere hinders nobody. */
function faultsOf(
  corrected: Person,
  changes: Correction['changes'],
  context: { today: PlainDate; checkDigitAccepted: boolean },
): RefusedField[] {
  const touches = (part: string) => changes.some(({ field }) => field.startsWith(`${part}.`));
  const shapes = [
    ...(touches('document') ? wrongShape('document', identityDocument.safeParse(corrected.document)) : []),
    ...(touches('identity') ? wrongShape('identity', identity.safeParse(corrected.identity)) : []),
    ...(touches('employment')
      ? wrongShape('employment', employment.partial({ uscc: true, engagement: true }).safeParse(corrected.employment))
      : []),
    ...(touches('contact') ? wrongShape('contact', contact.safeParse(corrected.contact)) : []),
  ];
  if (shapes.length > 0) return shapes;
  const facts = corrected as PersonFacts;
  const ofIdentity = changes.some(({ field }) => isIdentityField(field));
  return [
    ...(ofIdentity ? [...checkDocument(facts, context), ...checkIdentity(facts, context.today)] : []),
    ...(changes.some(({ field, after }) => field === 'employment.uscc' && after !== '') ? checkEmployment(facts) : []),
  ];
}

interface Shape {
  readonly success: boolean;
  readonly error?:
    | { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string; readonly code?: string }[] }
    | undefined;
}

function wrongShape(part: string, { error }: Shape): RefusedField[] {
  return (error?.issues ?? []).map(({ path, message, code }) => ({
    path: [part, ...path.map(String)].join('.'),
    code: code === 'invalid_type' ? 'required' : /^[a-z-]+$/.test(message) ? message : 'not-accepted',
  }));
}
