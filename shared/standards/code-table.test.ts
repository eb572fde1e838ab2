import { describe, expect, test } from 'vitest';
import type { CodeEntry } from './code-table.ts';
import { educationLevelOf, educations, findEducation } from './gb-4658.ts';
import { degreeLevelOf, degrees, findDegree } from './gb-6864.ts';
import { findTitle, findTitleSeries, laterTitles, professionalTitles, titleLevels, titleSeries } from './gb-8561.ts';
import { findSkillLevel, skillLevels } from './skill-levels.ts';

interface Table {
  name: string;
  entries: readonly CodeEntry[];
  count: number;
  code: RegExp;
}

const tables: Table[] = [
  { name: 'GB/T 4658 学历', entries: educations, count: 40, code: /^[1-9]\d$/ },
  { name: 'GB/T 6864 学位', entries: degrees, count: 56, code: /^[1-4](\d{2})?$/ },
  { name: 'GB/T 8561 series', entries: titleSeries, count: 56, code: /^\d{2}0$/ },
  { name: 'GB/T 8561 titles', entries: professionalTitles, count: 235, code: /^\d{2}[1-6]$/ },
];

test.each(tables)('$name is whole, each code once, in order, with a name in both languages', ({ entries, count, code }) => {
  expect(entries).toHaveLength(count);
  const codes = entries.map((entry) => entry.code);
  expect(new Set(codes).size).toBe(count);
  expect([...codes].sort()).toEqual(codes);
  for (const entry of entries) {
    expect(entry.code).toMatch(code);
    expect(entry.zh).toMatch(/^\p{Script=Han}[\p{Script=Han}（）、]*$/u);
    expect(entry.en).toMatch(/^[A-Z][A-Za-z’ ,()–\d-]+$/);
  }
  expect(new Set(entries.map(({ en }) => en)).size).toBe(count);
});

describe('schooling and degrees', () => {
  test('each belongs to its level', () => {
    expect(findEducation('21')).toEqual({ code: '21', zh: '大学本科毕业', en: 'Undergraduate studies, graduated' });
    expect(educationLevelOf('28')?.zh).toBe('大学本科教育');
    expect(educationLevelOf('90')?.code).toBe('90');
    for (const { code } of educations) expect(educationLevelOf(code)?.code).toBe(`${code[0]}0`);
    expect(educationLevelOf('29')).toBeUndefined();
    expect(degreeLevelOf('346')?.zh).toBe('硕士');
    expect(findDegree('212')?.zh).toBe('管理学博士学位');
    for (const { code } of degrees) expect(degreeLevelOf(code)?.code).toBe(code[0]);
    expect(degreeLevelOf('413')).toBeUndefined();
  });
});

describe('professional titles', () => {
  test('each belongs to its series and has its level', () => {
    expect(findTitle('082')).toEqual({
      code: '082',
      zh: '高级工程师',
      en: 'Senior engineer',
      series: '080',
      level: 'deputy-senior',
    });
    expect(findTitle('011')?.level).toBe('full-senior');
    expect(findTitle('233')).toMatchObject({ zh: '主治医师', level: 'intermediate' });
    expect(findTitle('413')).toMatchObject({ zh: '高级教师（小学）', level: 'intermediate' });
    expect(findTitle('080')).toBeUndefined();
    expect(findTitle('081')).toBeUndefined();
    expect(findTitleSeries('080')?.zh).toBe('工程技术人员');
    for (const title of professionalTitles) {
      expect(findTitleSeries(title.series)).toBeDefined();
      expect(title.code.slice(0, 2)).toBe(title.series.slice(0, 2));
    }
    expect(new Set(professionalTitles.map(({ level }) => level))).toEqual(new Set(titleLevels.map(({ level }) => level)));
  });

  test('the levels that each series has are those of a second reading of the table', () => {
    const read: Record<string, string> = {
      '1234': '010 150 180 190 200 280 290 300 310 320 330 340 350 610 620',
      '2345': '020 030 040 050 070 080 120 130 140 270 420 430 450 460 470 480 490 680 980',
      '12345': '090 100 110 220 230 240 250 260 370 390 400 640 650 660 670 690',
      '345': '160 170',
      '234': '360 440 500',
      '3456': '410',
    };
    const digitsOf = (series: string) => professionalTitles.filter((title) => title.series === series).map(({ code }) => code[2]);
    for (const [digits, list] of Object.entries(read))
      for (const series of list.split(' ')) expect([series, digitsOf(series).join('')]).toEqual([series, digits]);
    expect(Object.values(read).join(' ').split(' ').sort()).toEqual(titleSeries.map(({ code }) => code));
  });

  test('titles of today are beside them: none has a code there, each has a series that lacks its level or has it otherwise', () => {
    const known = new Set(professionalTitles.map(({ zh }) => zh));
    for (const { zh, series, level } of laterTitles) {
      expect(known).not.toContain(zh);
      expect(findTitleSeries(series)).toBeDefined();
      expect(level).toBe('full-senior');
    }
  });
});

test('skilled workers rise in eight levels, five of them with a grade', () => {
  expect(skillLevels.map(({ zh }) => zh).join(' ')).toBe('学徒工 初级工 中级工 高级工 技师 高级技师 特级技师 首席技师');
  expect(skillLevels.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(skillLevels.map(({ grade }) => grade)).toEqual([undefined, 5, 4, 3, 2, 1, undefined, undefined]);
  expect(findSkillLevel(8)?.zh).toBe('首席技师');
  expect(findSkillLevel(0)).toBeUndefined();
});
