import { foldFullWidth, type Tidied, tidy } from './tidied.ts';

export type PhoneKind = 'mainland-mobile' | 'mainland-landline' | 'hong-kong' | 'macao' | 'taiwan' | 'overseas';
export type PhoneCode = 'phone-characters' | 'phone-area-code' | 'phone-format';
export type PhoneChange = 'full-width' | 'separators' | 'country-code';
export type PhoneCheck = { ok: true; phone: string; kind: PhoneKind } | { ok: false; code: PhoneCode };

/** Mainland numbers by the national plan (工信部 电信网编号计划, 2017), the others by their E.164 country code. */
const plans: readonly (readonly [PhoneKind, RegExp])[] = [
  ['mainland-mobile', /^1[3-9]\d{9}$/],
  ['mainland-landline', /^0(?:10|2\d)\d{8}$|^0[3-9]\d{2}\d{7,8}$/],
  ['hong-kong', /^\+852[2-9]\d{7}$/],
  ['macao', /^\+853[2-9]\d{7}$/],
  ['taiwan', /^\+886[2-9]\d{7,8}$/],
  ['overseas', /^\+(?!86|852|853|886|0)\d{7,15}$/],
];

/**
 * Mends a phone number visibly: full-width signs; spaces, hyphens, dots and brackets; a leading `00` becomes `+`, and `+86` goes,
 * with its area code getting back the `0` that it is dialled with here.
 */
export function tidyPhone(text: string): Tidied<PhoneChange> {
  return tidy(text, [
    ['full-width', (t) => foldFullWidth(t.replaceAll('\u3000', ''))],
    ['separators', (t) => t.replace(/[\s\u200B().\u00B7\u2010-\u2015-]/gu, '')],
    [
      'country-code',
      (t) =>
        t
          .replace(/^00/, '+')
          .replace(/^\+860?(?=1[3-9]\d{9}$)/, '')
          .replace(/^\+860?(?=[1-9])/, '0'),
    ],
  ]);
}

/**
 * Checks a tidied phone number. Codes: `phone-characters`; `phone-area-code` (seven or eight digits: the area code or, from Hong Kong
 * or Macao, the country code is missing); `phone-format`. Source: 电信网编号计划 (2017) and ITU-T E.164.
 */
export function checkPhone(text: string): PhoneCheck {
  if (!/^\+?\d+$/.test(text)) return { ok: false, code: 'phone-characters' };
  const plan = plans.find(([, pattern]) => pattern.test(text));
  if (plan) return { ok: true, phone: text, kind: plan[0] };
  return { ok: false, code: /^\d{7,8}$/.test(text) ? 'phone-area-code' : 'phone-format' };
}
