import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPlainDate } from '../plain-date.ts';
import { type ConditionState, expressionFault, judgeExpression, judgeTiers } from './conditions.ts';
import { type KnownFacts, knownFacts } from './judged-facts.ts';

const today = toPlainDate('2026-11-25');

type Tree =
  | { op: 'atom'; name: (typeof names)[number]; least: number }
  | { op: '!'; of: Tree }
  | { op: '&&' | '||'; sides: [Tree, Tree] };
const names = ['age', 'degree', 'title', 'skill'] as const;

const atom: fc.Arbitrary<Tree> = fc.record({
  op: fc.constant('atom' as const),
  name: fc.constantFrom(...names),
  least: fc.integer({ min: 0, max: 5 }),
});
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    atom,
    fc.record({ op: fc.constant('!' as const), of: tie('tree') }),
    fc.record({ op: fc.constantFrom('&&' as const, '||' as const), sides: fc.tuple(tie('tree'), tie('tree')) }),
  ),
}));
const facts = fc.record(Object.fromEntries(names.map((name) => [name, fc.integer({ min: 0, max: 5 })])), { requiredKeys: [] });

function written(one: Tree): string {
  if (one.op === 'atom') return `${one.name} >= ${one.least}`;
  if (one.op === '!') return `!(${written(one.of)})`;
  return `(${written(one.sides[0])}) ${one.op} (${written(one.sides[1])})`;
}

/** Kleene's tables by numbers: missing 0, unknown 1, met 2; and is the least, or the greatest. */
function kleene(one: Tree, known: Record<string, number | undefined>): number {
  if (one.op === 'atom') {
    const value = known[one.name];
    return value === undefined ? 1 : value >= one.least ? 2 : 0;
  }
  if (one.op === '!') return 2 - kleene(one.of, known);
  const sides = one.sides.map((side) => kleene(side, known));
  return one.op === '&&' ? Math.min(...sides) : Math.max(...sides);
}

test('a condition of any making is what Kleene’s three-valued tables make of it', () => {
  const states: ConditionState[] = ['missing', 'unknown', 'met'];
  const seen = new Set<string>();
  fc.assert(
    fc.property(tree, facts, (one, given) => {
      const expression = written(one);
      fc.pre(expression.length <= 600 && expressionFault(expression) === undefined);
      const known = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, BigInt(value ?? 0)])) as KnownFacts;
      const { state, needs } = judgeExpression(expression, known);
      seen.add(state);
      expect(state).toBe(states[kleene(one, given as Record<string, number>)]);
      expect(needs.length > 0).toBe(state === 'unknown');
    }),
    { numRuns: 1_000 },
  );
  expect(seen.size).toBe(3);
});

describe('what the record says', () => {
  test('age counts whole years, the birthday included', () => {
    const age = (birthDate: string) => knownFacts({ identity: { birthDate: toPlainDate(birthDate) } }, [], today).age;
    expect([age('2008-11-25'), age('2008-11-26')]).toEqual([18n, 17n]);
  });

  test('the highest degree and finished schooling count; honorary and broken-off ones are not known', () => {
    const of = (level: string, degree?: string) =>
      knownFacts({ qualifications: { educations: [{ level, school: '某校', ...(degree && { degree }) }] } }, [], today);
    expect(of('11', '208')).toMatchObject({ education: 7n, degree: 3n });
    expect(of('23', '1')).toEqual({ materials: [] });
  });

  test('a title without a rank hides what is highest, unless the top is there already', () => {
    const of = (...titles: { code?: string; name: string }[]) => knownFacts({ qualifications: { titles } }, [], today).title;
    expect(of({ code: '082', name: '高级工程师' })).toBe(4n);
    expect(of({ code: '082', name: '高级工程师' }, { name: '自定职称' })).toBeUndefined();
    expect(of({ name: '正高级工程师' }, { name: '自定职称' })).toBe(5n);
  });

  test('an empty list of skills is unknown, since a form can’t say that somebody has none', () => {
    expect(knownFacts({ qualifications: { skills: [] } }, undefined, today)).toEqual({});
  });
});

test('each tier has its counts, and what was handed in is met at once', () => {
  const text = { zh: '材料', en: 'Material' };
  const conditions = [
    { code: 'paper', name: text, expression: '"achievement" in materials' },
    { code: 'degree', name: text, expression: 'degree >= DOCTOR || title >= FULL_SENIOR' },
  ];
  const tier = { code: 'a', name: text, validityYears: 1, direct: false, evidence: [], conditions, benefits: [] };
  const pack = { teams: [{ code: 'top', name: text, article: 5, tiers: [tier] }] };
  const judged = judgeTiers(pack, {}, { materials: [{ kind: 'achievement' }], today });
  expect(judged).toEqual([
    {
      team: 'top',
      tier: 'a',
      conditions: [
        { code: 'paper', state: 'met', needs: [] },
        { code: 'degree', state: 'unknown', needs: ['degree', 'title'] },
      ],
      counts: { met: 1, missing: 0, unknown: 1 },
    },
  ]);
});

test('an expression of the greatest size is judged in no time', () => {
  const long = Array.from({ length: 20 }, (_, at) => `age > ${at}`).join('||');
  const started = performance.now();
  for (let run = 0; run < 1_000; run += 1) judgeExpression(long, { age: 0n });
  expect(performance.now() - started).toBeLessThan(2_000);
});
