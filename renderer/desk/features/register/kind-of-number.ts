import type { IdKind } from '../../../../shared/domain/talent/id-kind.ts';
import { kindByRegion } from '../../../../shared/standards/gb-11643.ts';

/** Forms that few numbers of another kind have; the first that fits counts. */
const forms: readonly { form: RegExp; kind: IdKind }[] = [
  { form: /^9\d{16}[\dX]$/, kind: 'foreign-pr' },
  { form: /^[A-Z]{3}\d{12}$/, kind: 'foreign-pr-2004' },
  { form: /^[HM](?:\d{8}|\d{10}|A\d{7})$/, kind: 'hk-macao-travel' },
  { form: /^[A-Z]{1,2}\d{6,8}$/, kind: 'passport' },
];

/** The kind of document whose form a tidied number has; undefined where several kinds could, or none. */
export function kindOfNumber(number: string): IdKind | undefined {
  if (/^[1-8]\d{16}[\dX]$/.test(number)) return kindByRegion(number.slice(0, 6));
  return forms.find(({ form }) => form.test(number))?.kind;
}

/** Whether nobody needs to look at the kind again: a passport's number can have the form of a travel permit's. */
export function isCertainOfKind(kind: IdKind): boolean {
  return kind !== 'hk-macao-travel' && kind !== 'passport';
}
