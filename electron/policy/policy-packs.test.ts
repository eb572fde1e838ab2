import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { toPlainDate } from '../../shared/domain/plain-date.ts';
import { PolicyPacks } from './policy-packs.ts';
import { readPack } from './read-pack.ts';

const shipped = await readFile(new URL('../../resources/policy/pack.json', import.meta.url), 'utf8');
const firstSchema = await readFile(new URL('../../tests/fixtures/policy/first-schema.json', import.meta.url), 'utf8');
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

describe('a policy pack', () => {
  it('as it is shipped fits its schema', () => {
    expect(readPack(shipped)).toMatchObject({ ok: true, pack: { sample: true } });
  });

  it('with a wrong value is refused, naming the line and the place', () => {
    const text = shipped.replace('"recognitionWorkingDays": 20', '"recognitionWorkingDays": "soon"');
    const line = lineOf(text, '"recognitionWorkingDays"');
    expect(readPack(text)).toEqual({ ok: false, faults: [{ line, path: 'recognitionWorkingDays', code: 'invalid-type' }] });
  });

  it('with a missing field is refused at the line of what lacks it', () => {
    const text = shipped.replace(/\n *"code": "top",/, '');
    expect(readPack(text)).toMatchObject({
      ok: false,
      faults: [{ line: lineOf(text, '高级别顶尖人才') - 1, path: 'teams.0.code' }],
    });
  });

  it('with an unknown field is refused, since a typing slip must not switch a rule off', () => {
    const text = shipped.replace('"sample": true', '"sample": true,\n  "validityYaers": 3');
    expect(readPack(text)).toEqual({
      ok: false,
      faults: [{ line: lineOf(text, 'validityYaers'), path: 'validityYaers', code: 'unknown-field' }],
    });
  });

  it('that is no JSON is refused at the line where it stops being it', () => {
    const text = shipped.replace('"sites": [],', '"sites": [,');
    const reading = readPack(text);
    expect(reading.ok).toBe(false);
    expect(!reading.ok && reading.faults[0]?.line).toBe(lineOf(text, '"sites"'));
  });

  it('with one tier twice is refused', () => {
    const text = shipped.replace('"code": "c"', '"code": "b"');
    expect(readPack(text)).toMatchObject({ ok: false, faults: [{ code: 'code-twice', path: 'teams.1.tiers.1.code' }] });
  });
});

describe('what a pack asks', () => {
  const faultsOf = (text: string) => {
    const reading = readPack(text);
    return reading.ok ? [] : reading.faults;
  };

  it.each([
    ['skill >=', 'condition-syntax'],
    ['skill >= "five"', 'condition-type'],
    ['skils >= 5', 'condition-type'],
    ['skill', 'condition-not-bool'],
    ['employer.matches("(a+)+$")', 'condition-not-allowed'],
    ['materials.exists(m, m == "a")', 'condition-not-allowed'],
  ])('with the condition %s is refused at its line', (expression, code) => {
    const text = shipped.replace('"skill >= 5"', JSON.stringify(expression));
    expect(faultsOf(text)).toEqual([
      { line: lineOf(text, JSON.stringify(expression)), path: 'teams.4.tiers.0.conditions.0.expression', code },
    ]);
  });

  it('by a proof that nobody is asked for, or a material twice, is refused', () => {
    const proof = shipped.replace('"evidence": ["project-papers"]', '"evidence": ["project-paper"]');
    expect(faultsOf(proof)).toMatchObject([{ line: lineOf(proof, '"project-paper"'), code: 'material-not-asked' }]);
    expect(faultsOf(shipped.replace('"code": "business-results"', '"code": "business-licence"'))).toMatchObject([
      { path: 'teams.1.tiers.0.evidence.1.code', code: 'code-twice' },
      { code: 'material-not-asked' },
    ]);
  });

  it('of the first schema, as a counter adopted it, is still opened: plain words become materials', () => {
    const reading = readPack(firstSchema);
    expect(reading.ok && reading.pack.teams[1]?.tiers[0]).toMatchObject({
      evidence: [{ code: 'item-1', zh: '营业执照', required: true }, { code: 'item-2' }],
      conditions: [],
    });
    expect(reading.ok && reading.pack.routes[1]).toMatchObject({ article: 7, evidence: [], asks: [] });
  });
});

function counter() {
  const kept = new Map<string, Uint8Array>();
  const adopted: string[] = [];
  return {
    adopted,
    open: (text: string, today = '2026-11-25') =>
      PolicyPacks.open({
        files: {
          read: async (name) => kept.get(name),
          write: async (name, bytes) => void kept.set(name, bytes),
          list: async (prefix) => [...kept.keys()].filter((name) => name.startsWith(prefix)),
        },
        candidate: { file: 'pack.json', text },
        sha256: (value) => createHash('sha256').update(value).digest('hex'),
        onAdopted: async (pack) => void adopted.push(pack),
        today: () => toPlainDate(today),
      }),
  };
}

describe("the counter's packs", () => {
  it('are adopted once and kept with every version', async () => {
    const { open, adopted } = counter();
    await open(shipped);
    await open(shipped);
    const packs = await open(shipped.replace('"version": "1.2.0"', '"version": "1.3.0"'));
    expect(adopted).toEqual(['horinger-talent@1.2.0', 'horinger-talent@1.3.0']);
    expect(packs.current().version).toBe('1.3.0');
    expect(packs.get('horinger-talent@1.2.0').version).toBe('1.2.0');
  });

  it('stay as they were where a newer one is faulty, and the faults are told', async () => {
    const { open, adopted } = counter();
    await open(shipped);
    const packs = await open(shipped.replace('"version": "1.2.0"', '"version": "two"'));
    expect(packs.current().version).toBe('1.2.0');
    expect(packs.refused()).toMatchObject({ file: 'pack.json', faults: [{ line: 4, path: 'version', code: 'not-a-version' }] });
    expect(adopted).toEqual(['horinger-talent@1.2.0']);
  });

  it('refuse other words under a version that cases were decided by', async () => {
    const { open } = counter();
    await open(shipped);
    const packs = await open(shipped.replace('"validityYears": 5', '"validityYears": 6'));
    expect(packs.refused()?.faults[0]?.code).toBe('changed-without-version');
    expect(packs.current().teams[0]?.tiers[0]?.validityYears).toBe(5);
  });

  it('follow their dates: one for next year is not yet in force', async () => {
    const { open } = counter();
    await open(shipped);
    const next = shipped.replace('"version": "1.2.0"', '"version": "2.0.0"').replace('2026-01-01', '2027-01-01');
    expect((await open(next)).current().version).toBe('1.2.0');
    expect((await open(next, '2027-01-01')).current().version).toBe('2.0.0');
  });
});
