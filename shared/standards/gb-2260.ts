import { innerMongolia } from './gb-2260-inner-mongolia.ts';
import { prefectureNames } from './gb-2260-prefectures.ts';

/** A province-level unit: its six-digit code's first two digits and its names. */
export interface Province {
  code: string;
  zh: string;
  en: string;
}

const table: readonly (readonly [code: string, zh: string, en: string])[] = [
  ['11', '北京市', 'Beijing'],
  ['12', '天津市', 'Tianjin'],
  ['13', '河北省', 'Hebei'],
  ['14', '山西省', 'Shanxi'],
  ['15', '内蒙古自治区', 'Inner Mongolia'],
  ['21', '辽宁省', 'Liaoning'],
  ['22', '吉林省', 'Jilin'],
  ['23', '黑龙江省', 'Heilongjiang'],
  ['31', '上海市', 'Shanghai'],
  ['32', '江苏省', 'Jiangsu'],
  ['33', '浙江省', 'Zhejiang'],
  ['34', '安徽省', 'Anhui'],
  ['35', '福建省', 'Fujian'],
  ['36', '江西省', 'Jiangxi'],
  ['37', '山东省', 'Shandong'],
  ['41', '河南省', 'Henan'],
  ['42', '湖北省', 'Hubei'],
  ['43', '湖南省', 'Hunan'],
  ['44', '广东省', 'Guangdong'],
  ['45', '广西壮族自治区', 'Guangxi'],
  ['46', '海南省', 'Hainan'],
  ['50', '重庆市', 'Chongqing'],
  ['51', '四川省', 'Sichuan'],
  ['52', '贵州省', 'Guizhou'],
  ['53', '云南省', 'Yunnan'],
  ['54', '西藏自治区', 'Xizang'],
  ['61', '陕西省', 'Shaanxi'],
  ['62', '甘肃省', 'Gansu'],
  ['63', '青海省', 'Qinghai'],
  ['64', '宁夏回族自治区', 'Ningxia'],
  ['65', '新疆维吾尔自治区', 'Xinjiang'],
  ['71', '台湾省', 'Taiwan, China'],
  ['81', '香港特别行政区', 'Hong Kong, China'],
  ['82', '澳门特别行政区', 'Macao, China'],
];

/** The 34 province-level units of GB/T 2260, in the standard's order. */
export const provinces: readonly Province[] = table.map(([code, zh, en]) => ({ code, zh, en }));

const byCode = new Map(provinces.map((province) => [province.code, province]));

/** The province-level unit of a GB/T 2260 code of two to six digits, or undefined where the standard has none such. */
export function findProvince(code: string): Province | undefined {
  return byCode.get(code.slice(0, 2));
}

export type RegionLevel = 'province' | 'prefecture' | 'county';

/** A name that a code bore before, and the years of the lists from which and till which it did. */
export interface EarlierName {
  zh: string;
  from: number;
  until: number;
}

/** A region with a code of six digits, in force or retired. */
export interface Region {
  code: string;
  zh: string;
  level: RegionLevel;
  /** The year in whose list the code is gone; absent while it is in force. What was issued under a retired code stays right. */
  until?: number;
  /** Earlier names of the code, the latest first. Known within 内蒙古 only. */
  earlier: readonly EarlierName[];
}

/**
 * The regions that are known here, by code: all provinces, all prefecture-level units in force, and 内蒙古's prefectures and counties
 * with their retired codes. Sources: the tables of this file, gb-2260-prefectures.ts and gb-2260-inner-mongolia.ts.
 */
export const regions: readonly Region[] = [
  ...provinces.map(({ code, zh }): Region => ({ code: `${code}0000`, zh, level: 'province', earlier: [] })),
  ...prefectureNames.trim().split('\n').flatMap(readPrefectures),
  ...innerMongolia.trim().split('\n').map(readRegion),
].sort((a, b) => (a.code < b.code ? -1 : 1));

const regionByCode = new Map(regions.map((region) => [region.code, region]));

/** The region of a code of six digits, retired ones too, or undefined where it is not known here: it may exist all the same. */
export function findRegion(code: string): Region | undefined {
  return regionByCode.get(code);
}

/**
 * A place by name from its province down, as far as it is known here: 内蒙古自治区, 呼和浩特市, 和林格尔县. Empty where not even the
 * province is.
 */
export function regionPath(code: string): readonly Region[] {
  const codes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  return [...new Set(codes)].flatMap((one) => findRegion(one) ?? []);
}

/** Of 内蒙古 the other table has all, so a line there is passed over. */
function readPrefectures(line: string): Region[] {
  const [province = '', names = ''] = line.split('|');
  if (province === '15') return [];
  return names
    .split(' ')
    .map((name) => ({ code: `${province}${name.slice(0, 2)}00`, zh: name.slice(2), level: 'prefecture', earlier: [] }));
}

function readRegion(line: string): Region {
  const [code = '', ...rest] = line.split(' ');
  const names = rest.flatMap((zh, i) => (i % 2 === 0 ? [{ zh, ...readYears(rest[i + 1] ?? '') }] : []));
  const [{ zh, until } = { zh: '', until: 0 }, ...earlier] = names;
  const level = code.endsWith('00') ? 'prefecture' : 'county';
  return { code, zh, level, ...(until > 0 && { until }), earlier };
}

function readYears(years: string): { from: number; until: number } {
  const [from, until] = years.split('-').map(Number);
  return { from: from ?? 0, until: until ?? 0 };
}
