import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LayoutStyle } from '../../../shared/paper/layout.ts';
import { openFontStore } from '../fonts/font-store.ts';
import { fitText } from './fit-text.ts';

const fonts = openFontStore(join(import.meta.dirname, '..', '..', '..', 'resources'));

test('a bold name with a character that has no bold form is in one weight on all of its lines', () => {
  const settings = [{ size: 10, lines: 2, rise: 0 }];
  const style: LayoutStyle = { font: 'serif', weight: 700, ink: 'text', align: 'left', tracking: 0, stands: 'first', settings };
  const weights = (name: string) =>
    fitText(name, { chain: fonts.chain('serif', 700), style, widthPt: 60 })?.lines.map(({ runs }) => runs[0]?.face.weight);
  expect(weights('黄𡶶阿拉坦其其格')).toEqual([400, 400]);
  expect(weights('黄某阿拉坦其其格')).toEqual([700, 700]);
});
