import type { EntryFacts } from '../entry.ts';
import type { CaseMaterial } from './application-facts.ts';
import type { Recognition } from './recognition.ts';

/** The application after a supplement was asked for; its version is the caller's. */
export function supplementAsked(before: Recognition, { supplement }: EntryFacts<'recognition.supplement-asked'>): Recognition {
  return { ...before, status: 'supplementing', supplements: [...(before.supplements ?? []), supplement] };
}

/** The application after something came in: what it has now, and whether it is back at 收件. */
export function supplemented(before: Recognition, facts: EntryFacts<'recognition.supplemented'>): Recognition {
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
