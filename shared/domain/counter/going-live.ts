import { z } from 'zod';
import { checkPhone, tidyPhone } from '../../standards/phone.ts';
import { foldFullWidth } from '../../standards/tidied.ts';
import { checkStaffName, checkStaffNumber, tidyStaffNumber } from '../staff/new-member.ts';
import type { Counter, NumberSeries } from './counter.ts';
import { readRange } from './number-range.ts';

const line = z.string().max(200);

/** 正式启用 as the first administrator types it. Everything is text: what it must be is said field by field, by `readGoingLive`. */
export const goingLiveForm = z.strictObject({
  officeName: line,
  officeNameEn: line,
  address: line,
  enquiryPhone: line,
  supervisionPhone: line,
  counterCode: line,
  staffNumber: line,
  staffName: line,
  pin: z.string().max(64),
  cardFirst: line,
  cardCount: line,
  certificateFirst: line,
  certificateCount: line,
  matterFirst: line,
  matterCount: line,
});
export type GoingLiveForm = z.infer<typeof goingLiveForm>;
export type GoingLivePath = keyof GoingLiveForm;

/** What a live counter begins with, read from the form; the PIN is the vault's to judge. */
export interface LiveCounter {
  readonly office: Counter['office'];
  readonly counterCode: string;
  readonly administrator: { readonly number: string; readonly name: string };
  readonly ranges: Record<NumberSeries, { readonly start: number; readonly end: number }>;
}

export type GoingLiveReading = { ok: true; counter: LiveCounter } | { ok: false; fields: RefusedField[] };

/**
 * Reads the form: texts trimmed, phones, codes and numbers half-width. Every field that won't do is named with its code; the office's
 * names, its address, both phones, the counter's code, the first administrator and a run of numbers per series are all needed.
 */
export function readGoingLive(form: GoingLiveForm): GoingLiveReading {
  const fields: RefusedField[] = [];
  const refuseField = (path: GoingLivePath, code: string | undefined) => {
    if (code !== undefined) fields.push({ path, code });
  };
  const office = readOffice(form, refuseField);
  const counterCode = tidyStaffNumber(form.counterCode);
  refuseField('counterCode', checkCounterCode(counterCode));
  const administrator = { number: tidyStaffNumber(form.staffNumber), name: form.staffName.trim() };
  refuseField('staffNumber', checkStaffNumber(administrator.number));
  refuseField('staffName', checkStaffName(administrator.name));
  refuseField('pin', foldFullWidth(form.pin).trim() === '' ? 'required' : undefined);
  const ranges = readRanges(form, refuseField);
  return fields.length > 0 ? { ok: false, fields } : { ok: true, counter: { office, counterCode, administrator, ranges } };
}

type RefusedField = { path: GoingLivePath; code: string };
type RefuseField = (path: GoingLivePath, code: string | undefined) => void;

function readOffice(form: GoingLiveForm, refuseField: RefuseField): LiveCounter['office'] {
  const text = (path: GoingLivePath) => {
    const trimmed = form[path].trim();
    refuseField(path, trimmed === '' ? 'required' : trimmed.length > 100 ? 'too-long' : undefined);
    return trimmed;
  };
  const phone = (path: GoingLivePath) => {
    const tidied = tidyPhone(form[path]).text;
    const checked = checkPhone(tidied);
    refuseField(path, tidied === '' ? 'required' : checked.ok ? undefined : checked.code);
    return displayPhone(tidied);
  };
  return {
    name: text('officeName'),
    nameEn: text('officeNameEn'),
    address: text('address'),
    enquiryPhone: phone('enquiryPhone'),
    supervisionPhone: phone('supervisionPhone'),
  };
}

function readRanges(form: GoingLiveForm, refuseField: RefuseField): LiveCounter['ranges'] {
  const range = (series: NumberSeries) => {
    const read = readRange({ first: form[`${series}First`], count: form[`${series}Count`] });
    if (read.ok) return { start: read.start, end: read.end };
    for (const { path, code } of read.fields) refuseField(path === 'first' ? `${series}First` : `${series}Count`, code);
    return { start: 0, end: 0 };
  };
  return { card: range('card'), certificate: range('certificate'), matter: range('matter') };
}

function checkCounterCode(code: string): string | undefined {
  if (code === '') return 'required';
  return /^[0-9A-Z]{2,8}$/.test(code) ? undefined : 'not-a-counter-code';
}

/** As offices write it, the area code apart: `0471-6512345`. */
function displayPhone(phone: string): string {
  return phone.replace(/^(010|02\d|0[3-9]\d{2})(\d{7,8})$/, '$1-$2');
}
