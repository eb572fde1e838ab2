import { namesOfRow, type RowKey, type RowList, type RowName, rowListNames, rowLists, rowPlace } from './row-lists.ts';

/** Every field of the registration page that stands there once, by its path in the contract and in the page's order. */
export const fieldNames = [
  'document.kind',
  'document.number',
  'document.issuer',
  'document.validFrom',
  'document.validTo',
  'identity.name',
  'identity.sex',
  'identity.birthDate',
  'identity.nationality',
  'identity.householdPlace',
  'identity.formerName',
  'identity.scriptName',
  'identity.latinName',
  'employment.employerName',
  'employment.uscc',
  'employment.position',
  'employment.engagement',
  'employment.startsOn',
  'employment.endsOn',
  'contact.phone',
  'contact.email',
  'contact.residence',
  'intake.applicant.role',
  'intake.applicant.name',
  'intake.applicant.document.kind',
  'intake.applicant.document.number',
  'intake.applicant.phone',
  'intake.applicant.authorisation.scope',
  'intake.applicant.authorisation.expiresOn',
  'intake.backdated.on',
  'intake.backdated.reason',
  'intake.notice.givenOn',
  'intake.notice.receipt',
  'photo',
] as const;

/**
 * What is kept beside the fields, and shown by none of its own: the machine readable zone that was read, the notice's version, the hand-in,
 * alike people told apart, and of a number that a supervisor accepts its image and which number it was.
 */
export const besideNames = ['mrz', 'notice.version', 'batch', 'toldFrom', 'override.image', 'override.number'] as const;

type FixedName = (typeof fieldNames)[number];
type BesideName = (typeof besideNames)[number];
export type FieldName = FixedName | RowName;
/** A field, or the same field of any row: what checks and words go by. */
export type FieldKey = FixedName | RowKey;

/** What stands in the fields, as text; an empty one is the empty text. */
export type Fields = Readonly<Record<FixedName | BesideName, string>> & { readonly [name: RowName]: string | undefined };

export const sectionNames = [
  'document',
  'identity',
  'qualifications',
  'employment',
  'contact',
  'applicant',
  'notice',
  'evidence',
] as const;
export type SectionName = (typeof sectionNames)[number];

const beginnings: Record<SectionName, readonly string[]> = {
  document: ['document.'],
  identity: ['identity.'],
  qualifications: ['qualifications.'],
  employment: ['employment.'],
  contact: ['contact.'],
  applicant: ['intake.applicant.', 'intake.backdated.'],
  notice: ['intake.notice.'],
  evidence: ['photo', 'evidence.'],
};

const requiredAlways: readonly FixedName[] = [
  'document.kind',
  'document.number',
  'identity.name',
  'identity.sex',
  'identity.birthDate',
  'identity.nationality',
  'employment.employerName',
  'employment.uscc',
  'employment.engagement',
  'contact.phone',
  'intake.notice.givenOn',
];
const requiredOfOthers: readonly FixedName[] = [
  'intake.applicant.name',
  'intake.applicant.document.kind',
  'intake.applicant.document.number',
  'intake.applicant.authorisation.scope',
];
const backdating: readonly FixedName[] = ['intake.backdated.on', 'intake.backdated.reason'];

export const noFields = Object.fromEntries([...fieldNames, ...besideNames].map((name) => [name, ''])) as Record<
  FixedName | BesideName,
  string
>;

/** What the document itself says where it never ends; the contract's word for it. */
export const longTerm = 'long-term';

/** A field's text; of a row that isn't there, none. */
export function textOf(fields: Fields, name: FieldName): string {
  return fields[name] ?? '';
}

/** Every field that there is now, rows included, in the page's order. */
export function allNames(fields: Fields): FieldName[] {
  return [...fieldNames, ...rowListNames.flatMap((list) => rowNamesOf(fields, list))];
}

/** The fields of a list's rows, up to the last row that something stands in. */
export function rowNamesOf(fields: Fields, list: RowList): RowName[] {
  return Array.from({ length: writtenRows(fields, list) }, (_, at) => namesOfRow(list, at)).flat();
}

/** How many rows there are up to the last one that something stands in. */
export function writtenRows(fields: Fields, list: RowList): number {
  for (let at = rowLists[list].most; at > 0; at -= 1) if (isRowWritten(fields, list, at - 1)) return at;
  return 0;
}

export function isRowWritten(fields: Fields, list: RowList, at: number): boolean {
  return namesOfRow(list, at).some((name) => textOf(fields, name).trim() !== '');
}

/** The fields of a section that there are now. */
export function fieldsOf(section: SectionName, fields: Fields = noFields): FieldName[] {
  return allNames(fields).filter((name) => beginnings[section].some((beginning) => name.startsWith(beginning)));
}

export function isFieldName(name: string): name is FieldName {
  return (fieldNames as readonly string[]).includes(name) || rowPlace(name) !== undefined;
}

/** What a field's checks and words are known by. */
export function keyOf(name: FieldName): FieldKey {
  const place = rowPlace(name);
  return (place ? `${place.list}.${place.column}` : name) as FieldKey;
}

/** Whether the field must be filled in as things stand: an applicant's only where somebody else applies, a row's where the row is begun. */
export function isRequired(name: FieldName, fields: Fields): boolean {
  const place = rowPlace(name);
  if (place) {
    const { required } = rowLists[place.list];
    return (required as readonly string[]).includes(place.column) && isRowWritten(fields, place.list, place.at);
  }
  const fixed = name as FixedName;
  if (requiredOfOthers.includes(fixed)) return isForAnother(fields);
  if (backdating.includes(fixed)) return backdating.some((one) => fields[one].trim() !== '');
  return requiredAlways.includes(fixed);
}

/** Somebody else than the person stands at the counter. */
export function isForAnother(fields: Fields): boolean {
  return fields['intake.applicant.role'] !== '' && fields['intake.applicant.role'] !== 'self';
}

/**
 * Required fields that nothing stands in, in the page's order. The number brings its kind and mostly the nationality along, so where it
 * lacks, only it is asked for.
 */
export function missingFields(fields: Fields): FieldName[] {
  const missing = allNames(fields).filter((name) => isRequired(name, fields) && textOf(fields, name).trim() === '');
  return missing.includes('document.number') ? missing.filter((name) => !followsNumber(name)) : missing;
}

/** Fields that a right number fills: they are asked for after it. */
export function followsNumber(name: FieldName): boolean {
  return name === 'document.kind' || name === 'identity.nationality';
}
