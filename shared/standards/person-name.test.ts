import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkFormerName,
  checkLatinName,
  checkPersonName,
  checkScriptName,
  countCodePoints,
  tidyPersonName,
} from './person-name.ts';

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

describe('a former name', () => {
  test('is a name, and another one than now', () => {
    expect(checkFormerName('王小明', '王大明')).toEqual({ ok: true, name: '王小明', privateUse: [] });
    expect(checkFormerName('王大明', '王大明')).toEqual({ ok: false, code: 'former-name-same' });
    expect(checkFormerName('', '王大明')).toEqual({ ok: false, code: 'name-empty' });
  });
});

describe('a name in the writing of a nationality', () => {
  test.each([
    ['ᠪᠠᠭᠠᠲᠤᠷ', 'Mong'],
    ['ᠰᠡᠴᠡᠨ\u180eᠠ', 'Mong'],
    ['ᠪᠠᠶᠠᠨ\u202fᠤ ᠬᠤᠸᠠ', 'Mong'],
    ['ᡠᠯᠠ', 'Mong'],
    ['བསོད་ནམས', 'Tibt'],
    ['ئابدۇللا تۇرسۇن', 'Arab'],
    ['ꆈꌠ', 'Yiii'],
    ['김철수', 'Hang'],
    ['ᥖᥭᥰ', 'Tale'],
    ['ᦎᦺ', 'Talu'],
    ['ᨲᩱ', 'Lana'],
    ['ꓡꓲꓢꓴ', 'Lisu'],
    ['Vangz Gencingh', 'Latn'],
    ['Иван', 'Cyrl'],
  ])('%s is told to be %s', (name, script) => {
    expect(checkScriptName(tidyPersonName(name).text)).toEqual({ ok: true, name, script, privateUse: [], menksoft: false });
  });

  test('glyph codes of old Mongolian fonts are Mongolian, and are pointed at', () => {
    expect(checkScriptName('\ue2c1\ue26c\ue268')).toEqual({
      ok: true,
      name: '\ue2c1\ue26c\ue268',
      script: 'Mong',
      privateUse: ['U+E2C1', 'U+E26C', 'U+E268'],
      menksoft: true,
    });
    expect(checkScriptName('ᠪᠠ\ue233')).toMatchObject({ ok: true, privateUse: ['U+E233'], menksoft: false });
  });

  test.each(['ᠠ', 'ཀ', 'ئ', 'ꆈ', 'a'])('fifty of %s are allowed', (letter) => {
    expect(checkScriptName(letter.repeat(50)).ok).toBe(true);
    expect(checkScriptName(letter.repeat(101))).toEqual({ ok: false, code: 'name-too-long' });
  });

  test.each([
    ['', 'name-empty'],
    ['巴图', 'name-no-script'],
    ['·', 'name-no-script'],
    ['\ue863', 'name-no-script'],
    ['ᠪᠠᠲᠤ巴图', 'name-scripts-mixed'],
    ['Batu ᠪᠠᠲᠤ', 'name-scripts-mixed'],
    ['ᠪᠠ\u200b', 'name-control-character'],
  ])('%j is refused as %s', (name, code) => {
    expect(checkScriptName(name)).toEqual({ ok: false, code });
  });
});

describe("a foreigner's name in Latin letters", () => {
  test.each(["O'CONNOR, SEÁN", 'Nguyễn Văn A', 'MÜLLER-LÜDENSCHEIDT Jr.', 'D’Souza', 'Łukasz', 'A\u030angstro\u0308m'])(
    '%s is kept as it stands',
    (name) => {
      expect(checkLatinName(name)).toEqual({ ok: true, name, privateUse: [] });
    },
  );

  test.each([
    ['', 'name-empty'],
    ['Иван', 'name-not-latin'],
    ['王 Wang', 'name-not-latin'],
    ['ERIKSSON<<ANNA', 'name-not-latin'],
    ['A1', 'name-not-latin'],
  ])('%j is refused as %s', (name, code) => {
    expect(checkLatinName(name)).toEqual({ ok: false, code });
  });
});
