import type { SameShape } from '../same-shape.ts';
import type * as chinese from '../zh/field-codes.ts';

export const fieldCodes: SameShape<typeof chinese.fieldCodes> = {
  'id-length': 'An ID number has 18 places.',
  'id-characters': 'The first 17 places are digits, the last a digit or X.',
  'id-check-digit': 'The check digit does not agree; compare each place with the document.',
  'id-birth-date': 'The birth date in the number does not exist or can’t be right.',
  'id-region': 'The first 6 digits are no place of issue.',
  'id-kind-region': 'The number belongs to another kind of document.',
  'uscc-length': 'A social credit code has 18 places.',
  'uscc-characters': 'It holds signs that are never used (I, O, S, V, Z).',
  'uscc-check': 'The check sign does not agree; compare with the licence.',
  'name-empty': 'Fill in the name.',
  'name-too-long': 'The name is too long; compare with the document.',
  'name-control-character': 'The name holds an invisible character; type it again.',
  'name-damaged': 'The name holds a damaged character; type it as the document has it.',
  'phone-characters': 'Digits only; a number from abroad begins with +.',
  'phone-area-code': 'The area code is missing (such as 0471); for Hong Kong or Macao add +852 or +853.',
  'phone-format': 'This does not look like a phone number.',
  'not-an-id-number': 'An 18-place ID number is needed.',
  'not-a-uscc': 'An 18-place social credit code is needed.',
  'not-a-phone': '5 to 20 digits; a number from abroad begins with +.',
  'not-a-date': 'No such date; write year-month-day, such as 1990-03-05.',
  'not-a-number': 'This is not how such numbers are written.',
  'not-an-id': 'This is not how such numbers are written.',
  'not-a-staff-number': 'A staff number has 3 to 12 digits or capital letters.',
  'not-an-email': 'This is no e-mail address.',
  'already-registered': 'This number is registered already.',
  'differs-from-number': 'Differs from the ID number.',
  'in-the-future': 'The date lies after today.',
  'ends-before-start': 'The end lies before the beginning.',
  'document-expired': 'The document has expired.',
  'recognition-over': 'Counted from this day the recognition has already ended; please check the date.',
  required: 'Fill in this field.',
  'too-long': 'Too long.',
  'too-short': 'Too short.',
  'not-accepted': 'This did not pass its check.',
};

export const fieldNotes: SameShape<typeof chinese.fieldNotes> = {
  warning: {
    'uscc-organisation-code':
      'The organisation code in places 9–17 does not hold; a few issued codes are so. Compare with the licence and go on.',
    'private-use': 'The name holds a private character; type it as the document has it, or go on if that can’t be done.',
    'sex-differs': 'Differs from digit 17 of the number; what the document shows goes first.',
  },
  change: {
    'full-width': 'full-width signs mended',
    spaces: 'extra spaces removed',
    'letter-case': 'letters made capital',
    'middle-dot': 'middle dot mended to “·”',
    separators: 'separators removed',
    'country-code': 'dialling code mended',
    'date-form': 'date form mended',
  },
};
