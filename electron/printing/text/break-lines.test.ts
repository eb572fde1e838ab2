import { describe, expect, test } from 'vitest';
import { breakLines } from './break-lines.ts';

/** Ideographs and their punctuation are one wide, everything else a half. */
const measure = (piece: string) =>
  [...piece].reduce((sum, sign) => sum + (/[\u2E80-\u{3FFFF}〔〕，。（）]/u.test(sign) ? 1 : 0.5), 0);
const broken = (text: string, width: number) => breakLines(text, width, measure);

describe('Chinese text', () => {
  test('is broken after any ideograph', () => {
    expect(broken('新区人才服务中心', 3)).toEqual(['新区人', '才服务', '中心']);
  });

  test('no line begins with closing punctuation, which takes its ideograph along', () => {
    expect(broken('受理中，请等待', 3)).toEqual(['受理', '中，请', '等待']);
    expect(broken('申请人（甲）签字', 5)).toEqual(['申请人', '（甲）签字']);
  });

  test('no line ends with opening punctuation', () => {
    expect(broken('文号〔二〕八', 3)).toEqual(['文号', '〔二〕', '八']);
  });

  test('numbers, dates and foreign words stay whole', () => {
    expect(broken('共2026年第138号', 3)).toEqual(['共2026', '年第', '138号']);
    expect(broken("新区O'Connor签字", 5)).toEqual(['新区', "O'Connor签", '字']);
  });
});

describe('names', () => {
  test('a name is broken after its dot rather than inside a part', () => {
    expect(broken('阿卜杜拉·买买提·吐尔逊', 10)).toEqual(['阿卜杜拉·买买提·', '吐尔逊']);
  });

  test('but not where that would leave a short line', () => {
    expect(broken('巴·额尔敦赛音吉日嘎拉', 6)).toEqual(['巴·额尔敦赛', '音吉日嘎拉']);
  });

  test('no line begins with the dot', () => {
    for (const line of broken('额尔敦·巴图·赛音', 3)) expect(line).not.toMatch(/^·/);
  });

  test('a foreign name is broken at its spaces, which no line ends with', () => {
    expect(broken('María del Carmen Fernández', 5)).toEqual(['María del', 'Carmen', 'Fernández']);
  });

  test('a character of another plane and its variation selector are never torn', () => {
    expect(broken('\u{20164}\u{E0100}\u{20164}\u{E0100}', 1.5)).toEqual(['\u{20164}\u{E0100}', '\u{20164}\u{E0100}']);
  });
});

test('nothing is lost: the lines are the text', () => {
  const text = '内蒙古自治区某某新区（和林格尔），人才服务中心2026年11月5日“示例”。';
  for (let width = 1; width < 20; width++) expect(broken(text, width).join('')).toBe(text);
});

test('a word that is too long for any line stands alone, whole', () => {
  expect(broken('新区Donaudampfschifffahrt处', 4)).toEqual(['新区', 'Donaudampfschifffahrt', '处']);
});
