import type { Entry, EntryFacts } from '../entry.ts';
import type { CaseMaterial } from './application-facts.ts';
import type { Recognition } from './recognition.ts';

type SupplementEntry = Extract<
  Entry,
  { kind: 'recognition.supplement-asked' | 'recognition.supplemented' | 'recognition.withdrawn' }
>;

/** An application after something was asked for, came in, or it was taken back. Throws for what came in unasked. */
export function evolveSupplement(entry: SupplementEntry, before: Recognition): Recognition {
  const version = before.version + 1;
  switch (entry.kind) {
    case 'recognition.supplement-asked': {
      const supplements = [...(before.supplements ?? []), entry.facts.supplement];
      return { ...before, version, status: 'supplementing', supplements };
    }
    case 'recognition.supplemented':
      return { ...supplemented(before, entry.facts), version };
    case 'recognition.withdrawn':
      return { ...before, version, status: 'withdrawn', withdrawn: entry.facts.withdrawn };
  }
}

function supplemented(before: Recognition, facts: EntryFacts<'recognition.supplemented'>): Recognition {
  const earlier = before.supplements ?? [];
  const last = earlier.at(-1);
  if (!last) throw new Error(`nothing was asked for in matter ${before.id}`);
  const { brought, complete, materials, routeFacts, aspects } = facts;
  return {
    ...before,
    status: complete ? 'received' : 'supplementing',
    supplements: [...earlier.slice(0, -1), { ...last, brought: [...last.brought, brought] }],
    ...(materials && { materials: withNewer(before.materials ?? [], materials) }),
    ...(routeFacts && { routeFacts: { ...before.routeFacts, ...routeFacts } }),
    ...(aspects && { aspects: { ...before.aspects, ...aspects } }),
  };
}

/** What came in takes the place of what was there under the same code: a clearer copy, or what was only promised. */
function withNewer(before: readonly CaseMaterial[], newer: readonly CaseMaterial[]): CaseMaterial[] {
  return [...before.filter(({ kind }) => !newer.some((one) => one.kind === kind)), ...newer];
}
