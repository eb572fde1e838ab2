import { foldFullWidth } from '../../standards/tidied.ts';
import { refuse } from '../refusal.ts';
import type { NumberBlock, NumberSeries } from './counter.ts';

const lastSerial = 999_999;

/** A run of serials as somebody typed it: the first one, and how many. */
export interface TypedRange {
  readonly first: string;
  readonly count: string;
}

export type RangeCode = 'required' | 'not-a-count' | 'range-too-long' | 'range-overlaps';
export type RangeReading =
  | { ok: true; start: number; end: number }
  | { ok: false; fields: { path: 'first' | 'count'; code: RangeCode }[] };

/** Reads a typed run of serials; full-width digits count. Codes: `required`, `not-a-count`, `range-too-long` (beyond serial 999,999). */
export function readRange(typed: TypedRange): RangeReading {
  const [first, count] = [readCount(typed.first), readCount(typed.count)];
  if (typeof first === 'number' && typeof count === 'number') {
    const end = first + count - 1;
    return end <= lastSerial
      ? { ok: true, start: first, end }
      : { ok: false, fields: [{ path: 'count', code: 'range-too-long' }] };
  }
  const refused = (path: 'first' | 'count', read: number | RangeCode) => (typeof read === 'number' ? [] : [{ path, code: read }]);
  return { ok: false, fields: [...refused('first', first), ...refused('count', count)] };
}

function readCount(typed: string): number | RangeCode {
  const text = foldFullWidth(typed).trim();
  if (text === '') return 'required';
  if (!/^0*\d{1,6}$/.test(text) || Number(text) === 0) return 'not-a-count';
  return Number(text);
}

export interface NewBlock {
  readonly id: string;
  readonly series: NumberSeries;
  readonly year: number;
  readonly range: TypedRange;
  readonly trial: boolean;
}

/**
 * Another run of numbers for a series of this year or the next. Refuses `field-refused`: not a run, another year, or `range-overlaps`
 * one that this counter has of that series and year.
 */
export function grantBlock(
  { range, ...block }: NewBlock,
  { thisYear, known }: { thisYear: number; known: readonly NumberBlock[] },
): NumberBlock {
  if (block.year !== thisYear && block.year !== thisYear + 1)
    refuse('field-refused', { fields: [{ path: 'year', code: 'not-this-or-next-year' }] });
  const read = readRange(range);
  if (!read.ok) refuse('field-refused', { fields: read.fields });
  const { start, end } = read;
  const same = known.filter(({ series, year }) => series === block.series && year === block.year);
  if (same.some((other) => start <= other.end && other.start <= end))
    refuse('field-refused', { fields: [{ path: 'first', code: 'range-overlaps' }] });
  return { ...block, start, end };
}
