import { expect, test } from 'vitest';
import { findProvince, provinces } from './gb-2260.ts';

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
