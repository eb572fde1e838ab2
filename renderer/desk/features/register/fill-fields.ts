import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { idKind } from '../../../../shared/domain/talent/id-kind.ts';
import { type MrzReading, readMrz, tidyMrz } from '../../../../shared/standards/icao-9303.ts';
import { checkDocumentNumber, type NumberSays } from '../../../../shared/standards/identity-document.ts';
import type { RegistrationForm } from './form-state.ts';
import { isCertainOfKind, kindOfNumber } from './kind-of-number.ts';
import { type FieldName, textOf } from './registration-fields.ts';

export interface Filling {
  name: FieldName;
  text: string;
  filled: 'derived' | 'to-confirm';
}

/** Puts a known value into a field, marked as such; what a person typed there stays. */
export function fillField(form: RegistrationForm, { name, text, filled }: Filling): RegistrationForm {
  const note = form.notes[name];
  const now = textOf(form.fields, name);
  if (now === text || (now !== '' && !note?.filled)) return form;
  return { ...form, fields: { ...form.fields, [name]: text }, notes: { ...form.notes, [name]: { filled } } };
}

/** Kind, birth date, sex, nationality; never the household place, since the digits only say where the number was issued. */
export function fillFromNumber(form: RegistrationForm, today: PlainDate): RegistrationForm {
  const number = form.fields['document.number'];
  const note = form.notes['document.kind'];
  const chosen = note?.filled ? undefined : idKind.safeParse(form.fields['document.kind']).data;
  const kind = chosen ?? kindOfNumber(number);
  if (number === '' || !kind) return form;
  const checkDigitAccepted = form.fields['override.number'] === number;
  const read = checkDocumentNumber(number, { kind, today, checkDigitAccepted });
  const kindFilling: Filling = { name: 'document.kind', text: kind, filled: isCertainOfKind(kind) ? 'derived' : 'to-confirm' };
  if (!read.ok) return read.overridable ? fillField(form, kindFilling) : form;
  return [kindFilling, ...saidFillings(read.says)].reduce(fillField, form);
}

function saidFillings({ birthDate, sex, nationality }: NumberSays): Filling[] {
  return [
    ...toConfirm('identity.birthDate', birthDate),
    ...toConfirm('identity.sex', sex),
    // It follows from the kind of document: a foreigner's card says it as of its first issue, so that is to be looked at.
    ...(nationality
      ? [{ name: 'identity.nationality', text: nationality, filled: nationality === 'CHN' ? 'derived' : 'to-confirm' } as const]
      : []),
  ];
}

function toConfirm(name: FieldName, text: string | undefined): Filling[] {
  return text ? [{ name, text, filled: 'to-confirm' }] : [];
}

/**
 * Reads a machine readable zone that stands in the number's field, by a reader or pasted: the number stays there, and what the zone says
 * besides is filled in, to be compared. A zone that can't be read stays as it is.
 */
export function takeMrz(form: RegistrationForm, today: PlainDate): RegistrationForm {
  const text = form.fields['document.number'];
  if (!text.includes('<')) return form;
  const zone = tidyMrz(text).text.replace(/[\r\n]+/g, '');
  const read = readMrz(zone, { today });
  if (!read.ok) return form;
  const taken = { ...form, fields: { ...form.fields, 'document.number': read.number, mrz: zone } };
  return mrzFillings(read, form.fields['document.kind']).reduce(fillField, taken);
}

function mrzFillings(read: MrzReading, chosen: string): Filling[] {
  const latin = [read.primaryName, read.secondaryName].filter((name) => name !== '').join(' ');
  const foreign = read.nationality !== 'CHN';
  return [
    ...(read.format === 'TD3' && chosen === '' ? [{ name: 'document.kind', text: 'passport', filled: 'derived' } as const] : []),
    ...toConfirm('document.validTo', read.expiry),
    // A Chinese passport has the name in characters, which its zone can't say.
    ...(foreign ? toConfirm('identity.name', latin) : []),
    ...toConfirm('identity.latinName', latin),
    ...toConfirm('identity.sex', read.sex),
    ...toConfirm('identity.birthDate', read.birthDate),
    ...toConfirm('identity.nationality', read.nationality),
  ];
}

/** Whether a reader is still at it: the first lines of a zone, whose Enter goes on to the next line and not to the next field. */
export function isUnfinishedMrz(text: string): boolean {
  const { length } = tidyMrz(text).text;
  return text.includes('<') && (length === 44 || length === 30 || length === 60);
}
