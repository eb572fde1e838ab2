import type { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../../../shared/domain/plain-date.ts';
import { applicantRole, backdating } from '../../../../shared/domain/talent/application.ts';
import { idKind } from '../../../../shared/domain/talent/id-kind.ts';
import { personFacts } from '../../../../shared/domain/talent/person.ts';
import { findCountry } from '../../../../shared/standards/gb-2659.ts';
import { checkUscc } from '../../../../shared/standards/gb-32100.ts';
import { checkDocumentNumber, type DocumentNumberCheck } from '../../../../shared/standards/identity-document.ts';
import { checkFormerName, checkLatinName, checkPersonName, checkScriptName } from '../../../../shared/standards/person-name.ts';
import { checkPhone } from '../../../../shared/standards/phone.ts';
import { checkRowField } from './check-row-field.ts';
import { type Checks, checkDate, checkPast, type Finding, fine, refused } from './finding.ts';
import { type FieldName, type Fields, isFieldName, longTerm, textOf } from './registration-fields.ts';
import { type RowName, rowPlace } from './row-lists.ts';

type FixedName = Exclude<FieldName, RowName>;

const { document, identity, employment, contact } = personFacts.shape;

const checks: Checks<FixedName> = {
  'document.kind': bySchema(idKind),
  'document.number': ({ fields, today }) => {
    const number = readNumber(fields, today);
    return number.ok ? fine : refused(number.code);
  },
  'document.issuer': bySchema(document.shape.issuer),
  'document.validFrom': checkDate,
  'document.validTo': ({ text, fields, today }) => {
    if (text === longTerm) return fine;
    const end = checkEnd(text, fields['document.validFrom']);
    return end.problem || text >= today ? end : refused('document-expired');
  },
  'identity.name': ({ text }) => ofName(checkPersonName(text)),
  // What the document shows goes before the number's digit, so this warns and refuses nobody.
  'identity.sex': ({ text, fields, today }) => {
    const number = readNumber(fields, today);
    return number.ok && number.says.sex !== undefined && number.says.sex !== text ? { warning: 'sex-differs' } : fine;
  },
  'identity.birthDate': ({ text, fields, today }) => {
    if (!isPlainDate(text)) return refused('not-a-date');
    const number = readNumber(fields, today);
    if (number.ok && number.says.birthDate !== undefined && number.says.birthDate !== text) return refused('differs-from-number');
    return text > today ? refused('in-the-future') : fine;
  },
  'identity.nationality': ({ text, fields, today }) => {
    if (!findCountry(text)?.isNationality) return refused('not-a-country');
    const number = readNumber(fields, today);
    const said = number.ok ? number.says.nationality : undefined;
    return said !== undefined && said !== text ? refused('differs-from-number') : fine;
  },
  'identity.householdPlace': bySchema(identity.shape.householdPlace),
  'identity.formerName': ({ text, fields }) => ofName(checkFormerName(text, fields['identity.name'])),
  'identity.scriptName': ({ text }) => ofName(checkScriptName(text)),
  'identity.latinName': ({ text }) => ofName(checkLatinName(text)),
  'employment.employerName': bySchema(employment.shape.employerName),
  'employment.uscc': ({ text }) => {
    const uscc = checkUscc(text);
    if (!uscc.ok) return refused(uscc.code);
    return uscc.warnings.length > 0 ? { warning: 'uscc-organisation-code' } : fine;
  },
  'employment.position': bySchema(employment.shape.position),
  'employment.engagement': bySchema(employment.shape.engagement),
  'employment.startsOn': checkDate,
  'employment.endsOn': ({ text, fields }) => checkEnd(text, fields['employment.startsOn']),
  'contact.phone': ({ text }) => ofPhone(text),
  'contact.email': bySchema(contact.shape.email, 'not-an-email'),
  'contact.residence': bySchema(contact.shape.residence),
  'intake.applicant.role': bySchema(applicantRole),
  'intake.applicant.name': ({ text }) => ofName(checkPersonName(text)),
  'intake.applicant.document.kind': bySchema(idKind),
  'intake.applicant.document.number': ({ text, fields, today }) => {
    const kind = idKind.safeParse(fields['intake.applicant.document.kind']).data ?? 'resident-id';
    const number = checkDocumentNumber(text, { today, kind });
    return number.ok ? fine : refused(number.code);
  },
  'intake.applicant.phone': ({ text }) => ofPhone(text),
  'intake.applicant.authorisation.scope': bySchema(backdating.shape.reason),
  'intake.applicant.authorisation.expiresOn': ({ text, today }) => {
    if (!isPlainDate(text)) return refused('not-a-date');
    return text < today ? refused('authorisation-expired') : fine;
  },
  'intake.backdated.on': (checked) => (checked.text < '2000-01-01' ? refused('not-a-date') : checkPast(checked)),
  'intake.backdated.reason': bySchema(backdating.shape.reason),
  'intake.notice.givenOn': checkPast,
  // Stored files: main looks at them again.
  'intake.notice.receipt': () => fine,
  photo: () => fine,
};

/** Checks one field beside the others that it depends on. An empty field is never refused here: that is for when all is accepted. */
export function checkField(name: FieldName, fields: Fields, today: PlainDate): Finding {
  const text = textOf(fields, name);
  if (text.trim() === '') return fine;
  const place = rowPlace(name);
  if (place) return checkRowField(place, { text, fields, today });
  return isFieldName(name) ? checks[name as FixedName]({ text, fields, today }) : fine;
}

/** The ID number as it stands, checked against the kind of document where that is chosen. */
export function readNumber(fields: Fields, today: PlainDate): DocumentNumberCheck {
  const number = fields['document.number'];
  const kind = idKind.safeParse(fields['document.kind']).data ?? 'resident-id';
  return checkDocumentNumber(number, { today, kind, checkDigitAccepted: number !== '' && fields['override.number'] === number });
}

/** A private character warns and is no dead end: the name is to be typed as the card shows it. */
function ofName(name: { ok: true; privateUse: readonly string[] } | { ok: false; code: Finding['problem'] & string }): Finding {
  if (!name.ok) return refused(name.code);
  return name.privateUse.length > 0 ? { warning: 'private-use' } : fine;
}

function ofPhone(text: string): Finding {
  const phone = checkPhone(text);
  return phone.ok ? fine : refused(phone.code);
}

function checkEnd(text: string, start: string): Finding {
  if (!isPlainDate(text)) return refused('not-a-date');
  return isPlainDate(start) && text < start ? refused('ends-before-start') : fine;
}

/** The record's own schema, so that the page knows no limit of its own. */
function bySchema(schema: z.ZodType, otherwise: Finding['problem'] & string = 'not-accepted') {
  return ({ text }: { text: string }): Finding => {
    const parsed = schema.safeParse(text);
    if (parsed.success) return fine;
    return refused(parsed.error.issues.some((issue) => issue.code === 'too_big') ? 'too-long' : otherwise);
  };
}
