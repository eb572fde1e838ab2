import { foldFullWidth, withoutSpaces } from '../../standards/tidied.ts';
import { addDays, isPlainDate, type PlainDate, toPlainDate } from '../plain-date.ts';

export type LedgerDate = { ok: true; date: PlainDate } | { ok: false; code: 'not-a-date' };

const forms: readonly RegExp[] = [
  /^(\d{4})[-/.．。](\d{1,2})[-/.．。](\d{1,2})(?:[T日]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/u,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/u,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/**
 * A date as ledgers write it: 2021-03-05, 2021/3/5, 2021.3.5, 2021年3月5日, 20210305, with or without a time of day, and the day's number
 * in a spreadsheet (days since 1899-12-30, from 1982 to 2119: less would be taken for a year). Two-digit years are nobody's guess: `not-a-date`.
 * Source of the numbers: ECMA-376 part 1, 18.17.4.1 (1900 date base).
 */
export function readLedgerDate(text: string): LedgerDate {
  const plain = withoutSpaces(foldFullWidth(text));
  if (/^\d{5}(\.\d+)?$/.test(plain)) {
    const days = Math.floor(Number(plain));
    if (days >= 30_000 && days <= 80_000) return { ok: true, date: addDays(toPlainDate('1899-12-30'), days) };
  }
  for (const form of forms) {
    const [, year = '', month = '', day = ''] = form.exec(plain) ?? [];
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isPlainDate(date)) return { ok: true, date: toPlainDate(date) };
  }
  return { ok: false, code: 'not-a-date' };
}
