import type { CodeEntry } from './code-table.ts';
import { titleTable } from './gb-8561-titles.ts';

/** Levels of titles, from the highest: 正高级, 副高级, 中级, 助理级, 员级. */
export type TitleLevel = 'full-senior' | 'deputy-senior' | 'intermediate' | 'assistant' | 'entry';

/** A professional title (专业技术职务) of a series, such as 高级工程师 (082) of 工程技术人员 (080). */
export interface ProfessionalTitle extends CodeEntry {
  /** The series' code, which ends in 0. */
  series: string;
  level: TitleLevel;
}

/** A title that came with the reforms since 2017, so the standard of 2001 has no code for it. */
export interface LaterTitle {
  series: string;
  level: TitleLevel;
  zh: string;
  en: string;
}

/** The levels with their names, from the highest. */
export const titleLevels: readonly { level: TitleLevel; zh: string; en: string }[] = [
  { level: 'full-senior', zh: '正高级', en: 'Full senior' },
  { level: 'deputy-senior', zh: '副高级', en: 'Deputy senior' },
  { level: 'intermediate', zh: '中级', en: 'Intermediate' },
  { level: 'assistant', zh: '助理级', en: 'Assistant' },
  { level: 'entry', zh: '员级', en: 'Entry' },
];

/**
 * The level by the third digit of a code, as lists of titles by level confirm for each series; 416 三级教师（小学） is of the same level
 * as 415.
 */
const levelByDigit: Readonly<Record<string, TitleLevel>> = {
  '1': 'full-senior',
  '2': 'deputy-senior',
  '3': 'intermediate',
  '4': 'assistant',
  '5': 'entry',
  '6': 'entry',
};

const lines = titleTable.trim().split('\n').map(readLine);

/** The series of titles in the standard's order. Source: GB/T 8561-2001, clause 5 (gb-8561-titles.ts). */
export const titleSeries: readonly CodeEntry[] = lines.map(({ series }) => series);

/** All titles in the standard's order. */
export const professionalTitles: readonly ProfessionalTitle[] = lines.flatMap(({ titles }) => titles);

/**
 * Titles of today without a code in the standard, by series and from two public copies at least of 人社部's list 职称系列（专业）各层级名称
 * (2021-11-02). The list has more than the copies show (series 13 and on are cut there), so a form offers free words as well.
 */
export const laterTitles: readonly LaterTitle[] = [
  { series: '030', level: 'full-senior', zh: '正高级讲师', en: 'Full senior lecturer' },
  { series: '040', level: 'full-senior', zh: '正高级实习指导教师', en: 'Full senior practice teacher' },
  { series: '080', level: 'full-senior', zh: '正高级工程师', en: 'Full senior engineer' },
  { series: '090', level: 'full-senior', zh: '正高级农艺师', en: 'Full senior agronomist' },
  { series: '100', level: 'full-senior', zh: '正高级兽医师', en: 'Full senior veterinarian' },
  { series: '110', level: 'full-senior', zh: '正高级畜牧师', en: 'Full senior animal husbandry specialist' },
  { series: '130', level: 'full-senior', zh: '正高级会计师', en: 'Full senior accountant' },
  { series: '270', level: 'full-senior', zh: '正高级工艺美术师', en: 'Full senior craft artist' },
];

const titleByCode = new Map(professionalTitles.map((title) => [title.code, title]));
const seriesByCode = new Map(titleSeries.map((series) => [series.code, series]));

/** The title with a code of three digits, or undefined; a series is no title. */
export function findTitle(code: string): ProfessionalTitle | undefined {
  return titleByCode.get(code);
}

/** The series with a code that ends in 0, or undefined. */
export function findTitleSeries(code: string): CodeEntry | undefined {
  return seriesByCode.get(code);
}

function readLine(line: string): { series: CodeEntry; titles: ProfessionalTitle[] } {
  const [code = '', zh = '', en = '', titles = ''] = line.split('|');
  return { series: { code, zh, en }, titles: titles.split(';').map((title) => readTitle(code, title)) };
}

function readTitle(series: string, title: string): ProfessionalTitle {
  const digit = title.charAt(0);
  const [zh = '', en = ''] = title.slice(1).split('=');
  const level = levelByDigit[digit];
  if (!level) throw new RangeError(`no level of titles: ${title}`);
  return { code: series.slice(0, 2) + digit, zh, en, series, level };
}
