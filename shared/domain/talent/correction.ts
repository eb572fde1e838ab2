import { z } from 'zod';
import { personId, requestId, sha256Hex, staffId } from '../ids.ts';
import { plainDate } from '../plain-date.ts';
import { numberAccepted, type Person } from './person.ts';

/** What says who somebody is: changed beside a second person, with an image of the document. */
export const identityField = z.enum([
  'document.kind',
  'document.number',
  'document.validFrom',
  'document.validTo',
  'identity.name',
  'identity.formerName',
  'identity.latinName',
  'identity.sex',
  'identity.birthDate',
  'identity.nationality',
]);
/** What a clerk changes on the person's word. */
export const detailField = z.enum([
  'identity.householdPlace',
  'employment.employerName',
  'employment.uscc',
  'employment.position',
  'contact.phone',
  'contact.email',
  'contact.residence',
]);
export const correctedField = z.enum([...identityField.options, ...detailField.options]);
export type CorrectedField = z.infer<typeof correctedField>;

/** What a record can do without: such a field is emptied by an empty text. */
export const emptiableField = correctedField.extract([
  'document.validFrom',
  'document.validTo',
  'identity.formerName',
  'identity.latinName',
  'identity.householdPlace',
  'employment.uscc',
  'employment.position',
  'contact.email',
  'contact.residence',
]);

/** Whether it needs a second person and an image of the document. */
export function isIdentityField(field: CorrectedField): boolean {
  return identityField.safeParse(field).success;
}

/** 更正 as its entry has it: each changed field with its old and new value, empty where there is none. */
export const correction = z.strictObject({
  personId,
  on: plainDate,
  changes: z
    .array(z.strictObject({ field: correctedField, before: z.string().max(200), after: z.string().max(200) }))
    .min(1)
    .max(correctedField.options.length),
  /** The second person, and the stored image of the document that both looked at. */
  proof: z.strictObject({ signedOffBy: staffId, image: sha256Hex }).optional(),
  numberAccepted: numberAccepted.optional(),
  toldFrom: z
    .array(z.strictObject({ personId, why: z.string().max(40) }))
    .max(10)
    .optional(),
  /** The person's request that it answers. */
  requestId: requestId.optional(),
});
export type Correction = z.infer<typeof correction>;

type Parts = Record<string, Record<string, unknown> | undefined>;

/** A field's value; empty where there is none. */
export function valueAt(person: Pick<Person, 'document' | 'identity' | 'employment' | 'contact'>, field: CorrectedField): string {
  const [part = '', name = ''] = field.split('.');
  return String((person as unknown as Parts)[part]?.[name] ?? '');
}

/** The person with these fields as they are now to be; a field that is emptied goes. */
export function withFields<P extends Pick<Person, 'document' | 'identity' | 'employment' | 'contact'>>(
  person: P,
  changes: readonly { readonly field: CorrectedField; readonly after: string }[],
): P {
  const changed = { ...person } as unknown as Parts;
  for (const { field, after } of changes) {
    const [part = '', name = ''] = field.split('.');
    const { [name]: _, ...rest } = changed[part] ?? {};
    changed[part] = after === '' ? rest : { ...rest, [name]: after };
  }
  return changed as unknown as P;
}
