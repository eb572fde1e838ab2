import { describe, expect, test } from 'vitest';
import { readPack } from '../../electron/policy/read-pack.ts';
import { policyPack } from '../../shared/domain/policy/pack.ts';
import { projectFiles, readText } from './source-files.ts';

const packs = projectFiles('resources/policy').filter((path) => path.endsWith('.json'));

test.each(packs)('%s fits the schema', (path) => {
  expect(policyPack.safeParse(JSON.parse(readText(path))).error?.issues).toBeUndefined();
});

test('the five teams and the four routes of the policy text are there, by their official names', () => {
  const pack = policyPack.parse(JSON.parse(readText('resources/policy/pack.json')));
  expect(pack.teams.map((team) => team.name.zh)).toEqual([
    '高级别顶尖人才',
    '高水平企业家',
    '高层次领军人才',
    '高质量创新创业',
    '高起点技能人才',
  ]);
  expect(pack.routes.map(({ name }) => name.zh)).toEqual(['政府评定', '专家举荐', '自主评审', '定向配额']);
});

test('a pack with tiers of our own is marked as a sample, and cites no title or number', () => {
  const pack = policyPack.parse(JSON.parse(readText('resources/policy/pack.json')));
  expect(pack.sample).toBe(true);
  expect(pack.citation).toBeUndefined();
});

describe('the document that says how a pack is written', () => {
  const document = readText('docs/how-to/write-a-policy-pack.md');
  const [, example = ''] = /```json\n([\s\S]+?)```/.exec(document) ?? [];

  test('shows one that is whole', () => {
    expect(readPack(example)).toMatchObject({ ok: true });
  });

  test.each([
    ['"sample": true', '"sample": true, "x": 1', 'unknown-field'],
    ['"validityYears": 3', '"validityYears": "3"', 'invalid-type'],
    ['"code": "expert"', '"code": "friend"', 'invalid-value'],
    ['"validityYears": 3', '"validityYears": 0', 'too-small'],
    ['"validityYears": 3', '"validityYears": 99', 'too-big'],
    ['"code": "leading"', '"code": "Leading"', 'not-a-code'],
    ['"1.3.0"', '"1.3"', 'not-a-version'],
    ['"effectiveFrom": "2027-01-01"', '"effectiveFrom": "2027-02-30"', 'not-a-date'],
    [
      '"sites": []',
      '"sites": [{ "code": "a", "name": { "zh": "甲", "en": "A" } }, { "code": "a", "name": { "zh": "乙", "en": "B" } }]',
      'code-twice',
    ],
    ['"sample": true', '"sample": true, "effectiveTo": "2026-12-31"', 'ends-before-start'],
    ['degree >= MASTER ||', 'degree >= MASTER |', 'condition-syntax'],
    ['degree >= MASTER ||', 'degre >= MASTER ||', 'condition-type'],
    ['degree >= MASTER || title >= DEPUTY_SENIOR', 'degree', 'condition-not-bool'],
    ['degree >= MASTER ||', 'employer.matches(\\"a\\") ||', 'condition-not-allowed'],
    ['"evidence": ["degree-certificate"]', '"evidence": ["degree"]', 'material-not-asked'],
    ['"sites": []', '"sites": [] "x"', 'CommaExpected'],
  ])('names the fault of %s as %s', (right, wrong, code) => {
    expect(example).toContain(right);
    const reading = readPack(example.replace(right, wrong));
    expect(reading.ok ? [] : reading.faults.map((fault) => fault.code)).toContain(code);
    expect(document).toContain(`\`${code}\``);
  });
});
