import { expect, test } from 'vitest';
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
