import { idKind } from '../../../../shared/domain/talent/id-kind.ts';
import { tidyUscc } from '../../../../shared/standards/gb-32100.ts';
import { tidyMrz } from '../../../../shared/standards/icao-9303.ts';
import { tidyDocumentNumber } from '../../../../shared/standards/identity-document.ts';
import { tidyPersonName } from '../../../../shared/standards/person-name.ts';
import { tidyPhone } from '../../../../shared/standards/phone.ts';
import { foldFullWidth, type Tidied, tidy, withoutSpaces } from '../../../../shared/standards/tidied.ts';
import type { FieldChange } from '../../ui/field-code.ts';
import { tidyDate } from '../../ui/tidy-date.ts';
import { type CodeKey, codeOf } from './code-tables.ts';
import { kindOfNumber } from './kind-of-number.ts';
import { type FieldKey, type FieldName, type Fields, keyOf, longTerm, textOf } from './registration-fields.ts';

type Mend = (text: string, fields: Fields) => Tidied<FieldChange>;

const words: Mend = (text) => tidy(text, [['spaces', (t) => t.trim().replace(/\s{2,}/gu, ' ')]]);

/** Of e-mail addresses, counts and codes: signs without spaces. */
const signs: Mend = (text) =>
  tidy(text, [
    ['full-width', foldFullWidth],
    ['spaces', withoutSpaces],
  ]);

/** Codes that certificates print in capitals. */
const capitals: Mend = (text) =>
  tidy(text, [
    ['full-width', foldFullWidth],
    ['spaces', withoutSpaces],
    ['letter-case', (t) => t.toUpperCase()],
  ]);

/** What was typed of a table's value becomes its code; the field shows the value's name, so nothing else is said. */
const coded =
  (key: CodeKey): Mend =>
  (text) => ({ text: codeOf(key, text.trim()) ?? text.trim(), changes: [] });

const mends: Partial<Record<FieldKey, Mend>> = {
  'document.kind': coded('document.kind'),
  'document.number': (text, fields) => (text.includes('<') ? tidyMrz(text) : tidyNumber(text, fields['document.kind'])),
  'document.validFrom': tidyDate,
  'document.validTo': (text) => (/^\s*长期\s*$/u.test(text) ? { text: longTerm, changes: [] } : tidyDate(text)),
  'identity.name': tidyPersonName,
  'identity.formerName': tidyPersonName,
  'identity.scriptName': tidyPersonName,
  'identity.latinName': tidyPersonName,
  'identity.birthDate': tidyDate,
  'identity.nationality': coded('identity.nationality'),
  'employment.uscc': tidyUscc,
  'employment.startsOn': tidyDate,
  'employment.endsOn': tidyDate,
  'contact.phone': tidyPhone,
  'contact.email': signs,
  'intake.applicant.name': tidyPersonName,
  'intake.applicant.document.kind': coded('intake.applicant.document.kind'),
  'intake.applicant.document.number': (text, fields) => tidyNumber(text, fields['intake.applicant.document.kind']),
  'intake.applicant.phone': tidyPhone,
  'intake.applicant.authorisation.expiresOn': tidyDate,
  'intake.backdated.on': tidyDate,
  'intake.notice.givenOn': tidyDate,
  'qualifications.educations.level': coded('qualifications.educations.level'),
  'qualifications.educations.degree': coded('qualifications.educations.degree'),
  'qualifications.educations.completedOn': tidyDate,
  'qualifications.educations.onlineCode': capitals,
  'qualifications.educations.onlineCodeExpiresOn': tidyDate,
  'qualifications.titles.awardedOn': tidyDate,
  'qualifications.skills.rank': coded('qualifications.skills.rank'),
  'qualifications.skills.awardedOn': tidyDate,
  'evidence.kind': coded('evidence.kind'),
  'evidence.originals': signs,
  'evidence.copies': signs,
  'evidence.expiresOn': tidyDate,
};

/** Mends what typing and pasting bring into a field; what was mended is said beside it. */
export function mendField(name: FieldName, fields: Fields): Tidied<FieldChange> {
  const text = textOf(fields, name);
  return (mends[keyOf(name)] ?? words)(text, fields);
}

/** A number is mended as its kind's are: by the one that was chosen, else by the one that the number has the form of. */
function tidyNumber(text: string, chosen: string): Tidied<FieldChange> {
  const plain = tidyDocumentNumber(text, 'passport');
  const kind = idKind.safeParse(chosen).data ?? kindOfNumber(plain.text) ?? 'resident-id';
  return tidyDocumentNumber(text, kind);
}
