import { expect, test } from 'vitest';
import { collector, replacementReason } from '../card/card.ts';
import { secondPersonAct } from '../card/card-life.ts';
import { numberSeries } from '../counter/counter.ts';
import { entryFacts } from '../entry.ts';
import { paperKind } from '../paper/printed-paper.ts';
import { kindInWords } from './entry-words.ts';
import { valueInWords } from './value-words.ts';

test.each(Object.keys(entryFacts))('%s has words', (kind) => {
  expect(kindInWords(kind)).toMatch(/\p{Script=Han}/u);
});

test('a kind of a newer program is told by its code', () => {
  expect(kindInWords('card.renewed')).toBe('card.renewed');
});

const codes: Record<string, readonly string[]> = {
  paperKind: paperKind.options,
  collectorRole: collector.shape.role.options,
  replacement: replacementReason.options,
  asked: [...secondPersonAct.options, 'grant-directly'],
  series: numberSeries.options,
};

test.each(Object.entries(codes).flatMap(([name, values]) => values.map((value) => [name, value])))(
  '%s %s has words',
  (name, value) => {
    expect(valueInWords(name ?? '', value ?? '')).toMatch(/\p{Script=Han}/u);
  },
);

test('what is no code stays as it is', () => {
  expect(valueInWords('reason', '核对原件')).toBe('核对原件');
});
