export const waits = ['sign-off', 'approval', 'supplement'] as const;
export type Wait = (typeof waits)[number];

interface Waiting {
  readonly direct: boolean;
  readonly supplement?: unknown;
}

/**
 * What a recognition waits for: what it lacks first (补正); else a tier that the pack marks direct can be signed off here, and any other
 * needs its approving body.
 */
export function waitOf(matter: Waiting): Wait {
  if (matter.supplement) return 'supplement';
  return matter.direct ? 'sign-off' : 'approval';
}

/** How many wait for what. */
export function countWaits(matters: readonly Waiting[]): Record<Wait, number> {
  const counts = { 'sign-off': 0, approval: 0, supplement: 0 };
  for (const matter of matters) counts[waitOf(matter)] += 1;
  return counts;
}
