/** Every field of the registration page, by its path in the contract and in the page's order. */
export const fieldNames = [
  'document.kind',
  'document.number',
  'document.issuer',
  'document.validFrom',
  'document.validTo',
  'identity.name',
  'identity.sex',
  'identity.birthDate',
  'identity.householdPlace',
  'employment.employerName',
  'employment.uscc',
  'employment.position',
  'employment.engagement',
  'employment.startsOn',
  'employment.endsOn',
  'contact.phone',
  'contact.email',
  'contact.residence',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** What stands in the fields, as text; an empty one is the empty text. */
export type Fields = Readonly<Record<FieldName, string>>;

export const sectionNames = ['document', 'identity', 'employment', 'contact'] as const;
export type SectionName = (typeof sectionNames)[number];

export const requiredFields: readonly FieldName[] = [
  'document.kind',
  'document.number',
  'identity.name',
  'identity.sex',
  'identity.birthDate',
  'employment.employerName',
  'employment.uscc',
  'employment.engagement',
  'contact.phone',
];

export const noFields = Object.fromEntries(fieldNames.map((name) => [name, ''])) as Record<FieldName, string>;

/** What the document itself says where it never ends; the contract's word for it. */
export const longTerm = 'long-term';

export function fieldsOf(section: SectionName): FieldName[] {
  return fieldNames.filter((name) => name.startsWith(`${section}.`));
}

export function isFieldName(name: string): name is FieldName {
  return (fieldNames as readonly string[]).includes(name);
}

/** Required fields that nothing stands in, in the page's order. The number brings its kind along, so only the number is asked for. */
export function missingFields(fields: Fields): FieldName[] {
  const missing = requiredFields.filter((name) => fields[name].trim() === '');
  return missing.includes('document.number') ? missing.filter((name) => name !== 'document.kind') : missing;
}
