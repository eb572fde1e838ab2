import { findCountry } from '../../standards/gb-2659.ts';
import { checkDocumentNumber } from '../../standards/identity-document.ts';
import type { PlainDate } from '../plain-date.ts';
import type { PersonFacts } from './person.ts';
import { type RefusedField, refusedUnless } from './refused-field.ts';

export interface DocumentContext {
  readonly today: PlainDate;
  /** A second person has accepted the number though its check digit is wrong. */
  readonly checkDigitAccepted: boolean;
}

/** The document, and what its number says of its holder. Source of the numbers' checks: standards/identity-document.ts. */
export function checkDocument(facts: PersonFacts, { today, checkDigitAccepted }: DocumentContext): RefusedField[] {
  const { number, kind, validFrom, validTo } = facts.document;
  const ends = validTo === 'long-term' ? undefined : validTo;
  return [
    ...checkNumber(facts, checkDocumentNumber(number, { kind, today, checkDigitAccepted })),
    ...refusedUnless(!validFrom || validFrom <= today, 'document.validFrom', 'in-the-future'),
    ...refusedUnless(!validFrom || !ends || ends >= validFrom, 'document.validTo', 'ends-before-start'),
    ...refusedUnless(!ends || ends >= today, 'document.validTo', 'document-expired'),
  ];
}

function checkNumber({ identity }: PersonFacts, check: ReturnType<typeof checkDocumentNumber>): RefusedField[] {
  const { birthDate, nationality } = identity;
  const isNationality = findCountry(nationality)?.isNationality === true;
  if (!check.ok) return [{ path: 'document.number', code: check.code }];
  const { says } = check;
  return [
    ...refusedUnless(!says.birthDate || says.birthDate === birthDate, 'identity.birthDate', 'differs-from-number'),
    ...refusedUnless(isNationality, 'identity.nationality', 'not-a-country'),
    ...refusedUnless(
      !isNationality || !says.nationality || says.nationality === nationality,
      'identity.nationality',
      'differs-from-number',
    ),
  ];
}
