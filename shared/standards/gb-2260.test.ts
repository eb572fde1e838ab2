import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findProvince, findRegion, provinces, regionPath, regions } from './gb-2260.ts';
import { kindByRegion } from './gb-11643.ts';

test('there are 34 province-level units, each once', () => {
  expect(provinces).toHaveLength(34);
  expect(new Set(provinces.map((p) => p.code)).size).toBe(34);
  expect(new Set(provinces.map((p) => p.zh)).size).toBe(34);
});

test("a number's first digits name the place of issue", () => {
  expect(findProvince('150123')).toEqual({ code: '15', zh: '内蒙古自治区', en: 'Inner Mongolia' });
  expect(findProvince('810000')?.zh).toBe('香港特别行政区');
  expect(findProvince('99')).toBeUndefined();
});

const names = (code: string) => regionPath(code).map(({ zh }) => zh);

test('each region is there once, in order, and belongs to one that is known', () => {
  const codes = regions.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect([...codes].sort()).toEqual(codes);
  for (const { code, zh, level } of regions) {
    expect(code).toMatch(/^\d{6}$/);
    expect(zh).toMatch(/^\p{Script=Han}+$/u);
    expect(regionPath(code).at(-1)?.code).toBe(code);
    expect(regionPath(code)).toHaveLength({ province: 1, prefecture: 2, county: 3 }[level]);
  }
});

test('of what is in force there are as many as the state counts', () => {
  const inForce = regions.filter(({ until }) => until === undefined);
  const count = (level: string, start: string) =>
    inForce.filter((region) => region.level === level && region.code.startsWith(start)).length;
  expect(count('prefecture', '')).toBe(333);
  expect(count('prefecture', '15')).toBe(12);
  expect(count('county', '15')).toBe(103);
});

test('the counties of the New Area are found, and what a code was called before', () => {
  expect(names('150123')).toEqual(['内蒙古自治区', '呼和浩特市', '和林格尔县']);
  expect(findRegion('150105')).toEqual({
    code: '150105',
    zh: '赛罕区',
    level: 'county',
    earlier: [{ zh: '郊区', from: 1980, until: 2000 }],
  });
});

test('a retired code stays known, and says till when it was used', () => {
  expect(findRegion('152622')).toMatchObject({ zh: '和林格尔县', until: 1995, earlier: [{ zh: '阿巴嘎旗' }] });
  expect(names('152622')).toEqual(['内蒙古自治区', '乌兰察布盟', '和林格尔县']);
  expect(findRegion('152725')?.earlier.map(({ zh }) => zh)).toEqual(['乌拉特中旗', '乌拉特中后联合旗']);
});

test('a place that is not known to the last digit is named as far as it is', () => {
  expect(names('110105')).toEqual(['北京市']);
  expect(names('440524')).toEqual(['广东省', '汕头市']);
  expect(names('990101')).toEqual([]);
  expect(names('15')).toEqual(['内蒙古自治区']);
});

test('a number issued under any code of a province on the mainland is one of a resident ID, retired or not', () => {
  const mainland = regions.filter(({ code }) => code < '700000');
  fc.assert(fc.property(fc.constantFrom(...mainland), ({ code }) => kindByRegion(code) === 'resident-id'));
});
