import fc from 'fast-check';
import type { FuzzTarget, Verdict } from '../fuzz/fuzz-target.ts';

/** A boundary that errs at one input in some, in that way. */
const bad = (run: FuzzTarget<number>['run']) => async () => ({
  inputs: fc.nat(1_000),
  run: (input: number) => (input < 100 ? ('refused' as const) : run(input)),
});

/** One that errs at once. */
const worst = (run: () => Verdict) => async () => ({ inputs: fc.nat(), run });

/** What the fuzz must find: boundaries that are as wrong as can be. */
export const targets: Record<string, () => Promise<FuzzTarget<number>>> = {
  sound: bad(() => 'answered'),
  throws: bad(() => {
    throw new TypeError('planted');
  }),
  'leaves a promise to nobody': bad(async () => {
    void Promise.reject(new Error('planted'));
    await new Promise((resolve) => setImmediate(resolve));
    return 'answered' as const;
  }),
  hangs: worst(() => {
    for (;;) if (Date.now() < 0) return 'answered';
  }),
  'eats the memory': worst(() => {
    const eaten: unknown[] = [];
    for (;;) eaten.push(Array.from({ length: 100_000 }, (_, n) => ({ n })));
  }),
  ends: worst(() => process.exit(3)),
  'changes what it refused': bad(() => ({ is: 'changed', what: 'planted' })),
  'changes something that shows late': async () => ({
    inputs: fc.nat(),
    run: () => 'refused' as const,
    settle: async () => 'planted',
  }),
  'is not as it was in the end': async () => ({ inputs: fc.nat(), run: () => 'refused' as const, finish: async () => 'planted' }),
  'lets the prototype be changed': bad(() => {
    Object.defineProperty(Object.prototype, 'polluted', { value: true, configurable: true });
    return 'answered';
  }),
};
