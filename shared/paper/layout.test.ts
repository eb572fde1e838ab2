import { describe, expect, test } from 'vitest';
import certificate from '../../resources/layouts/recognition-certificate/1.json' with { type: 'json' };
import { layout, layoutName } from './layout.ts';

const problems = (changed: object) => {
  const parsed = layout.safeParse({ ...certificate, ...changed });
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};
const { elements, inks, styles } = certificate;

describe('a layout is refused', () => {
  test('without the mark of a trial, an example or a reprint', () => {
    for (const mark of ['trial', 'sample', 'reprint']) {
      const without = elements.filter((element) => !('mark' in element && element.mark === mark));
      expect(problems({ elements: without })).toEqual([`no-mark-${mark}`]);
    }
  });

  test('with a QR in any ink but black', () => {
    expect(problems({ inks: { ...inks, black: '#101010' } })).toEqual(['qr-not-black']);
  });

  test('with a style or an ink that it does not have', () => {
    const { name: _, ...others } = styles;
    expect(problems({ styles: others })).toEqual(['no-style-name']);
    const { faint: __, ...rest } = inks;
    expect(new Set(problems({ inks: rest }))).toEqual(new Set(['no-ink-faint']));
  });

  test('switched on with words in another script that nobody approved', () => {
    const columns = { kind: 'columns', wording: 'title', x: 20, y: 90, height: 100, style: 'name' };
    expect(problems({ elements: [...elements, columns] })).toEqual(['wording-not-approved-title']);
    expect(problems({ elements: [...elements, columns], enabled: false })).toEqual([]);
    expect(problems({ elements: [...elements, columns], wording: { title: 'ᠮᠣᠩᠭᠣᠯ' } })).toEqual([]);
  });

  test('with an element or a property that is unknown', () => {
    expect(problems({ elements: [...elements, { kind: 'emblem', x: 0, y: 0, width: 10, height: 10 }] })).not.toEqual([]);
    expect(problems({ extra: true })).not.toEqual([]);
  });
});

test('the layouts that ship are layouts', () => {
  expect(problems({})).toEqual([]);
});

test.each(['../1', 'a/../b', '/etc/passwd', 'a', 'A/1', 'a/1.json', 'a/b/c', ''])('%j is no layout’s name', (name) => {
  expect(layoutName.safeParse(name).success).toBe(false);
});
