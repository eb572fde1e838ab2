import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPersonName, countCodePoints, tidyPersonName } from './person-name.ts';

describe("a person's name", () => {
  test.each([...'•・‧∙･'])('the look-alike dot %s becomes U+00B7, and it says so', (dot) => {
    expect(tidyPersonName(`额尔敦${dot}巴图`)).toEqual({ text: '额尔敦\u00b7巴图', changes: ['middle-dot'] });
  });

  test('spaces at the ends and doubled ones go; a single one within stays', () => {
    expect(tidyPersonName('  宫㐱　')).toEqual({ text: '宫㐱', changes: ['spaces'] });
    expect(tidyPersonName("O'Connor   Seán")).toEqual({ text: "O'Connor Seán", changes: ['spaces'] });
    expect(tidyPersonName('欧阳 娜娜')).toEqual({ text: '欧阳 娜娜', changes: [] });
  });

  test.each(['䶮', '𠅤𫍯', '尉迟䶮', 'A\u030angstro\u0308m', 'ﾊﾝ', '阿卜杜拉·买买提', '黄𡶶', 'ᠪᠠᠭᠠᠲᠤᠷ', '葛\u{e0100}'])(
    '%s is kept exactly, unnormalised',
    (name) => {
      expect(tidyPersonName(name)).toEqual({ text: name, changes: [] });
      expect(checkPersonName(name)).toEqual({ ok: true, name, privateUse: [] });
    },
  );

  test('fifty characters of any plane are allowed', () => {
    const name = '𠅤'.repeat(50);
    expect(countCodePoints(name)).toBe(50);
    expect(checkPersonName(name).ok).toBe(true);
    expect(checkPersonName(`${name}王`)).toEqual({ ok: false, code: 'name-too-long' });
  });

  test('private-use characters prompt and refuse nobody', () => {
    expect(checkPersonName('\ue863湛\u{f0001}')).toEqual({
      ok: true,
      name: '\ue863湛\u{f0001}',
      privateUse: ['U+E863', 'U+F0001'],
    });
  });

  test.each([
    ['', 'name-empty'],
    ['　 ', 'name-empty'],
    ['张\n三', 'name-control-character'],
    ['张\u0000', 'name-control-character'],
    ['张\u202e三', 'name-control-character'],
    ['张\u200b三', 'name-control-character'],
    ['张\ud840', 'name-damaged'],
    ['张\ufffd', 'name-damaged'],
  ])('%j is refused as %s', (name, code) => {
    expect(checkPersonName(name)).toEqual({ ok: false, code });
  });

  test('mending twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = tidyPersonName(text).text;
        expect(tidyPersonName(once)).toEqual({ text: once, changes: [] });
      }),
    );
  });
});
