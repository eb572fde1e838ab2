import { expect, test } from 'vitest';
import { collectorProblems, selfCollects, toCollector } from './collector-draft.ts';

const proxy = { role: 'proxy', name: ' 李静 ', documentTail: ' ３９０ｘ ' } as const;

test('the person collects under the name of the record, and shows no other document', () => {
  expect(collectorProblems(selfCollects)).toEqual({});
  expect(toCollector({ ...proxy, role: 'self' }, '额尔敦·巴图')).toEqual({ role: 'self', name: '额尔敦·巴图' });
});

test('whoever collects for another gives a name and the last four signs of a document', () => {
  const nothing = { ...selfCollects, role: 'employer' } as const;
  expect(collectorProblems(nothing)).toEqual({ name: 'required', documentTail: 'required' });
  expect(collectorProblems({ ...proxy, documentTail: '390' })).toEqual({ documentTail: 'not-a-document-tail' });
  expect(collectorProblems({ ...proxy, documentTail: '一二三四' })).toEqual({ documentTail: 'not-a-document-tail' });
});

test('full-width signs, blanks and small letters are mended, not refused', () => {
  expect(collectorProblems(proxy)).toEqual({});
  expect(toCollector(proxy, '额尔敦·巴图')).toEqual({ role: 'proxy', name: '李静', documentTail: '390X' });
});
