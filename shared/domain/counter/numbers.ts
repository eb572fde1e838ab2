import { mod1110CheckDigit } from '../../standards/mod-11-10.ts';
import type { CardNumber, CertificateNumber, MatterNumber } from '../ids.ts';
import type { NumberSeries } from './counter.ts';

/** The number of a series, in its own brand. */
export type NumberOf<S extends NumberSeries> = { card: CardNumber; certificate: CertificateNumber; matter: MatterNumber }[S];

export type NumberParts = { series: NumberSeries; year: number; serial: number };
export type NumberCode =
  | 'number-length'
  | 'number-characters'
  | 'number-check-digit'
  | 'number-series'
  | 'number-year'
  | 'number-serial';
export type NumberReading = ({ ok: true } & NumberParts) | { ok: false; code: NumberCode };

const seriesDigit: Record<NumberSeries, string> = { card: '1', certificate: '2', matter: '3' };
const firstYear = 2020;
const lastYear = 2999;

/**
 * A 12-digit number: year (4), series (1 card, 2 certificate, 3 matter), serial (6), check digit (ISO/IEC 7064 MOD 11,10 over the
 * eleven before it). Throws a RangeError outside 2020–2999 and 1–999,999: blocks never hold such.
 */
export function buildNumber<S extends NumberSeries>({
  series,
  year,
  serial,
}: {
  series: S;
  year: number;
  serial: number;
}): NumberOf<S> {
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) throw new RangeError(`no number of the year ${year}`);
  if (!Number.isInteger(serial) || serial < 1 || serial > 999_999) throw new RangeError(`no serial ${serial}`);
  const digits = `${year}${seriesDigit[series]}${String(serial).padStart(6, '0')}`;
  return `${digits}${mod1110CheckDigit(digits)}` as NumberOf<S>;
}

/** Reads a number back, as typed or scanned without spaces; the first fault is named. */
export function parseNumber(text: string): NumberReading {
  if (text.length !== 12) return { ok: false, code: 'number-length' };
  if (!/^\d{12}$/.test(text)) return { ok: false, code: 'number-characters' };
  if (mod1110CheckDigit(text.slice(0, 11)) !== text[11]) return { ok: false, code: 'number-check-digit' };
  const series = (Object.keys(seriesDigit) as NumberSeries[]).find((name) => seriesDigit[name] === text[4]);
  if (!series) return { ok: false, code: 'number-series' };
  const year = Number(text.slice(0, 4));
  if (year < firstYear || year > lastYear) return { ok: false, code: 'number-year' };
  const serial = serialOf(text);
  return serial === 0 ? { ok: false, code: 'number-serial' } : { ok: true, series, year, serial };
}

/** The serial within a number's series and year; the number itself was checked when it was taken. */
export function serialOf(number: string): number {
  return Number(number.slice(5, 11));
}
