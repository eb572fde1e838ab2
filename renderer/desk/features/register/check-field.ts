import type { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../../../shared/domain/plain-date.ts';
import { idKind } from '../../../../shared/domain/talent/id-kind.ts';
import { personFacts } from '../../../../shared/domain/talent/person.ts';
import { checkUscc } from '../../../../shared/standards/gb-32100.ts';
import { checkDocumentNumber, type DocumentNumberCheck } from '../../../../shared/standards/identity-document.ts';
import { checkPersonName } from '../../../../shared/standards/person-name.ts';
import { checkPhone } from '../../../../shared/standards/phone.ts';
import type { FieldCode, FieldWarning } from '../../ui/field-code.ts';
import { type FieldName, type Fields, longTerm } from './registration-fields.ts';

/** Why a field is refused, or what to look at in one that isn't. */
export interface Finding {
  problem?: FieldCode;
  warning?: FieldWarning;
}

interface Checked {
  text: string;
  fields: Fields;
  today: PlainDate;
}

const fine: Finding = {};
const refused = (problem: FieldCode): Finding => ({ problem });
const { document, identity, employment, contact } = personFacts.shape;

const checks: Record<FieldName, (checked: Checked) => Finding> = {
  'document.kind': bySchema(idKind),
  'document.number': ({ fields, today }) => {
    const number = readNumber(fields, today);
    return number.ok ? fine : refused(number.code);
  },
  'document.issuer': bySchema(document.shape.issuer),
  'document.validFrom': ({ text }) => checkDate(text),
  'document.validTo': ({ text, fields, today }) => {
    if (text === longTerm) return fine;
    const end = checkEnd(text, fields['document.validFrom']);
    return end.problem || text >= today ? end : refused('document-expired');
  },
  'identity.name': ({ text }) => {
    const name = checkPersonName(text);
    if (!name.ok) return refused(name.code);
    return name.privateUse.length > 0 ? { warning: 'private-use' } : fine;
  },
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
  'identity.householdPlace': bySchema(identity.shape.householdPlace),
  'employment.employerName': bySchema(employment.shape.employerName),
  'employment.uscc': ({ text }) => {
    const uscc = checkUscc(text);
    if (!uscc.ok) return refused(uscc.code);
    return uscc.warnings.length > 0 ? { warning: 'uscc-organisation-code' } : fine;
  },
  'employment.position': bySchema(employment.shape.position),
  'employment.engagement': bySchema(employment.shape.engagement),
  'employment.startsOn': ({ text }) => checkDate(text),
  'employment.endsOn': ({ text, fields }) => checkEnd(text, fields['employment.startsOn']),
  'contact.phone': ({ text }) => {
    const phone = checkPhone(text);
    return phone.ok ? fine : refused(phone.code);
  },
  'contact.email': bySchema(contact.shape.email, 'not-an-email'),
  'contact.residence': bySchema(contact.shape.residence),
};

/** Checks one field beside the others that it depends on. An empty field is never refused here: that is for when all is accepted. */
export function checkField(name: FieldName, fields: Fields, today: PlainDate): Finding {
  const text = fields[name];
  return text.trim() === '' ? fine : checks[name]({ text, fields, today });
}

/** The ID number as it stands, checked against the kind of document where that is chosen. */
function readNumber(fields: Fields, today: PlainDate): DocumentNumberCheck {
  const kind = fields['document.kind'];
  return checkDocumentNumber(fields['document.number'], { today, kind: idKind.safeParse(kind).data ?? 'resident-id' });
}

function checkDate(text: string): Finding {
  return isPlainDate(text) ? fine : refused('not-a-date');
}

function checkEnd(text: string, start: string): Finding {
  if (!isPlainDate(text)) return refused('not-a-date');
  return isPlainDate(start) && text < start ? refused('ends-before-start') : fine;
}

/** The record's own schema, so that the page knows no limit of its own. */
function bySchema(schema: z.ZodType, otherwise: FieldCode = 'not-accepted'): (checked: Checked) => Finding {
  return ({ text }) => {
    const parsed = schema.safeParse(text);
    if (parsed.success) return fine;
    return refused(parsed.error.issues.some((issue) => issue.code === 'too_big') ? 'too-long' : otherwise);
  };
}
