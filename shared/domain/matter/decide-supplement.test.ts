import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../entry.ts';
import type { StaffId } from '../ids.ts';
import { toPlainDate } from '../plain-date.ts';
import { policyPack } from '../policy/pack.ts';
import { Refusal } from '../refusal.ts';
import { askSupplement, bringSupplement, withdrawRecognition } from './decide-supplement.ts';
import { evolveSupplement } from './evolve-supplement.ts';
import { type Recognition, recognition } from './recognition.ts';

const pack = policyPack.parse(JSON.parse(readFileSync(new URL('../../../resources/policy/pack.json', import.meta.url), 'utf8')));
const id = '0198c0de-0000-7000-8000-000000000001';
const staffId = id as StaffId;
const today = toPlainDate('2026-11-25');
const begun = recognition.parse({
  id,
  version: 1,
  number: '202610000038',
  kind: 'recognition',
  personId: id,
  team: 'top',
  tier: 'a',
  route: 'expert',
  pack: 'horinger-talent@1.2.0',
  status: 'received',
  receivedOn: '2026-11-20',
  receivedBy: id,
});

const codes = ['achievement', 'employment-contract', 'recommendation-letter'] as const;
const some = fc.subarray([...codes]);
const act = fc.oneof(
  fc.record({ what: fc.constant('ask' as const), codes: some, again: fc.boolean() }),
  fc.record({ what: fc.constant('bring' as const), codes: some, goOn: fc.boolean() }),
  fc.record({ what: fc.constant('withdraw' as const) }),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

interface Model {
  status: 'received' | 'supplementing' | 'withdrawn';
  out: Set<string>;
  rounds: number;
}

/** What the office says: the model's state after an act, or undefined where the act isn't possible. */
function expected({ status, out, rounds }: Model, one: Act): Model | undefined {
  if (one.what === 'withdraw') return status === 'withdrawn' ? undefined : { status: 'withdrawn', out, rounds };
  if (one.what === 'ask') {
    if (status !== 'received' || one.codes.length === 0 || (rounds > 0 && !one.again)) return undefined;
    return { status: 'supplementing', out: new Set(one.codes), rounds: rounds + 1 };
  }
  if (status !== 'supplementing' || !one.codes.every((code) => out.has(code)) || (one.codes.length === 0 && !one.goOn))
    return undefined;
  const left = new Set([...out].filter((code) => !(one.codes as string[]).includes(code)));
  return { status: left.size === 0 || one.goOn ? 'received' : 'supplementing', out: left, rounds };
}

/** The program's answer: the application after it, or undefined where it was refused. */
function done(before: Recognition, one: Act): Recognition | undefined {
  const context = { recognition: before, pack, today, staffId };
  const subjects = 'codes' in one ? one.codes.map((code) => ({ what: 'material' as const, code })) : [];
  try {
    if (one.what === 'withdraw')
      return evolved(before, { kind: 'recognition.withdrawn', facts: withdrawRecognition('撤回', context) });
    if (one.what === 'bring')
      return evolved(before, {
        kind: 'recognition.supplemented',
        facts: bringSupplement({ items: subjects, goOn: one.goOn }, context),
      });
    if (subjects.length === 0) return undefined;
    const items = subjects.map((subject) => ({ ...subject, reason: 'missing' as const }));
    const asked = { items, workingDays: 5, again: one.again ? '另有缺页' : undefined };
    return evolved(before, { kind: 'recognition.supplement-asked', facts: askSupplement(asked, context) });
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function evolved(before: Recognition, part: object): Recognition {
  return recognition.parse(evolveSupplement(part as Extract<Entry, { kind: 'recognition.withdrawn' }>, before));
}

test('any order of asking, bringing and withdrawing is allowed, refused, and leads where the office says', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      let state = begun;
      let model: Model = { status: 'received', out: new Set(), rounds: 0 };
      for (const one of acts) {
        const next = done(state, one);
        const wanted = expected(model, one);
        expect(next?.status).toBe(wanted?.status);
        if (!next || !wanted) continue;
        expect(next.version).toBe(state.version + 1);
        expect(next.supplements?.length ?? 0).toBe(wanted.rounds);
        state = next;
        model = wanted;
        reached.add(`${model.status}${model.rounds > 1 ? ' again' : ''}`);
      }
    }),
    // Fewer leave a state unreached in one run of thirty.
    { numRuns: 2_000 },
  );
  expect(reached.size).toBeGreaterThanOrEqual(5);
});
