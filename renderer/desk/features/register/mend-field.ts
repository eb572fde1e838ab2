import { tidyIdNumber } from '../../../../shared/standards/gb-11643.ts';
import { tidyUscc } from '../../../../shared/standards/gb-32100.ts';
import { tidyPersonName } from '../../../../shared/standards/person-name.ts';
import { tidyPhone } from '../../../../shared/standards/phone.ts';
import { foldFullWidth, type Tidied, tidy, withoutSpaces } from '../../../../shared/standards/tidied.ts';
import type { FieldChange } from '../../ui/field-code.ts';
import { tidyDate } from '../../ui/tidy-date.ts';
import { type FieldName, longTerm } from './registration-fields.ts';

type Mend = (text: string) => Tidied<FieldChange>;

const words: Mend = (text) => tidy(text, [['spaces', (t) => t.trim().replace(/\s{2,}/gu, ' ')]]);

const mends: Partial<Record<FieldName, Mend>> = {
  'document.number': tidyIdNumber,
  'document.validFrom': tidyDate,
  'document.validTo': (text) => (/^\s*长期\s*$/u.test(text) ? { text: longTerm, changes: [] } : tidyDate(text)),
  'identity.name': tidyPersonName,
  'identity.birthDate': tidyDate,
  'employment.uscc': tidyUscc,
  'employment.startsOn': tidyDate,
  'employment.endsOn': tidyDate,
  'contact.phone': tidyPhone,
  'contact.email': (text) =>
    tidy(text, [
      ['full-width', foldFullWidth],
      ['spaces', withoutSpaces],
    ]),
};

/** Mends what typing and pasting bring into a field; what was mended is said beside it. */
export function mendField(name: FieldName, text: string): Tidied<FieldChange> {
  return (mends[name] ?? words)(text);
}
