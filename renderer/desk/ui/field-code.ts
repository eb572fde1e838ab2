import type { UsccChange, UsccCode } from '../../../shared/standards/gb-32100.ts';
import type { MrzChange, MrzCode } from '../../../shared/standards/icao-9303.ts';
import type { DocumentNumberChange, DocumentNumberCode } from '../../../shared/standards/identity-document.ts';
import type { FormerNameCode, LatinNameCode, NameChange, ScriptNameCode } from '../../../shared/standards/person-name.ts';
import type { PhoneChange, PhoneCode } from '../../../shared/standards/phone.ts';

/** Why a field was refused: the codes of shared/standards, of shared/domain's schemas and decisions, and zod's own. */
export type FieldCode =
  | DocumentNumberCode
  | MrzCode
  | UsccCode
  | FormerNameCode
  | ScriptNameCode
  | LatinNameCode
  | PhoneCode
  | 'not-an-id-number'
  | 'not-a-uscc'
  | 'not-a-phone'
  | 'not-a-date'
  | 'not-a-number'
  | 'not-an-id'
  | 'not-a-staff-number'
  | 'not-an-email'
  | 'differs-from-scan'
  | 'not-a-portrait'
  | 'authorisation-missing'
  | 'authorisation-expired'
  | 'applicant-is-person'
  | 'batch-not-open'
  | 'notice-outdated'
  | 'nothing-handed-in'
  | 'not-a-code'
  | 'not-a-country'
  | 'not-an-online-code'
  | 'already-registered'
  | 'differs-from-number'
  | 'in-the-future'
  | 'ends-before-start'
  | 'document-expired'
  | 'not-a-count'
  | 'not-sheets'
  | 'notice-changed'
  | 'recognition-over'
  | 'not-a-document-tail'
  | 'reported-lost'
  | 'not-reported-lost'
  | 'not-a-colleague'
  | 'sample-pin'
  | 'sample-staff'
  | 'staff-number-taken'
  | 'pin-too-short'
  | 'pin-too-simple'
  | 'pins-differ'
  | 'passphrase-too-short'
  | 'not-a-counter-code'
  | 'range-too-long'
  | 'range-overlaps'
  | 'not-this-or-next-year'
  | 'not-as-shown'
  | 'place-not-offered'
  | 'not-a-folder-path'
  | 'recovery-key-mistyped'
  | 'recovery-key-wrong'
  | 'not-an-administrator'
  | 'not-corrected'
  | 'required'
  | 'too-long'
  | 'too-short'
  | 'not-accepted';

/** Warns and does not refuse. */
export type FieldWarning = 'uscc-organisation-code' | 'private-use' | 'sex-differs' | 'run-out';
/** What was mended in a field, so that nothing is changed unseen. */
export type FieldChange = DocumentNumberChange | MrzChange | UsccChange | NameChange | PhoneChange | 'date-form';

/** zod's issue codes as main may pass them on, in our words. */
const zodCodes: Readonly<Record<string, FieldCode>> = {
  too_big: 'too-long',
  too_small: 'too-short',
  invalid_type: 'required',
  invalid_format: 'not-accepted',
  invalid_value: 'not-accepted',
};

/** The code whose words are shown; one that nobody knows becomes `not-accepted`, never a blank. */
export function toFieldCode(code: string, known: Readonly<Record<FieldCode, string>>): FieldCode {
  if (Object.hasOwn(known, code)) return code as FieldCode;
  return zodCodes[code] ?? 'not-accepted';
}
