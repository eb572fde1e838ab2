import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countries, findCountry, findCountryByNumeric, searchCountries } from './gb-2659.ts';

const codesOf = (typed: string) => searchCountries(typed).map(({ code }) => code);

describe('countries and regions', () => {
  test('each has its codes and its names once', () => {
    expect(countries).toHaveLength(249 + 4);
    for (const key of ['code', 'zh', 'en'] as const) expect(new Set(countries.map((country) => country[key])).size).toBe(253);
    const listed = countries.filter(({ alpha2 }) => alpha2);
    expect(listed).toHaveLength(249);
    expect(new Set(listed.map(({ numeric }) => numeric)).size).toBe(249);
    for (const { code, alpha2, numeric, zh, en } of listed) {
      expect(`${code} ${alpha2} ${numeric}`).toMatch(/^[A-Z]{3} [A-Z]{2} \d{3}$/);
      expect(zh).toMatch(/^\p{Script=Han}[\p{Script=Han}（）]*$/u);
      expect(en).toMatch(/^\p{Lu}/u);
    }
  });

  test("Hong Kong, Macao and Taiwan bear China's name, and are never a nationality", () => {
    const three = countries.filter(({ isNationality }) => !isNationality);
    expect(three.map(({ code, zh, en }) => [code, zh, en])).toEqual([
      ['HKG', '中国香港', 'Hong Kong, China'],
      ['MAC', '中国澳门', 'Macao, China'],
      ['TWN', '中国台湾', 'Taiwan, China'],
    ]);
  });

  test('a number on a card leads to the country', () => {
    expect(findCountryByNumeric('682')).toMatchObject({ code: 'SAU', zh: '沙特阿拉伯' });
    expect(findCountryByNumeric('124')?.code).toBe('CAN');
    expect(findCountryByNumeric('000')).toBeUndefined();
    expect(findCountry('XXA')).toMatchObject({ zh: '无国籍人' });
    expect(findCountry('XKX')).toBeUndefined();
  });

  test.each([
    ['KAZ', 'KAZ'],
    ['kz', 'KAZ'],
    ['哈萨', 'KAZ'],
    ['cote', 'CIV'],
    ['turkiye', 'TUR'],
    ['阿联酋', 'ARE'],
    ['阿拉伯联合', 'ARE'],
    ['中国台', 'TWN'],
    ['台湾', 'TWN'],
    ['香港', 'HKG'],
    ['福克兰', 'FLK'],
    ['无国籍', 'XXA'],
    ['ARE', 'ARE'],
  ])('%s finds %s first', (typed, code) => {
    expect(codesOf(typed)[0]).toBe(code);
  });

  test('what begins so comes before what only holds it', () => {
    expect(codesOf('中国')).toEqual(['CHN', 'HKG', 'MAC', 'TWN']);
    expect(codesOf('几内亚')).toEqual(['GIN', 'GNB', 'GNQ', 'PNG']);
    expect(codesOf('guinea')).toEqual(['GIN', 'GNB', 'GNQ', 'PNG']);
    expect(codesOf('萨摩亚')).toEqual(['WSM', 'ASM']);
    expect(codesOf('不存在')).toEqual([]);
    expect(codesOf(' ')).toHaveLength(253);
  });

  test('whoever types a name, its beginning or a code finds it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...countries), fc.nat(30), ({ code, zh, en }, length) => {
        for (const name of [code, zh, en]) expect(codesOf(name.slice(0, Math.max(1, length)))).toContain(code);
      }),
    );
  });
});
