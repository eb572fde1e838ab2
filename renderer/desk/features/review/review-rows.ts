export const waits = ['sign-off', 'approval'] as const;
export type Wait = (typeof waits)[number];

/** What a recognition waits for: a tier that the pack marks direct can be signed off here, any other needs its approving body. */
export function waitOf(matter: { direct: boolean }): Wait {
  return matter.direct ? 'sign-off' : 'approval';
}

/** How many wait for what. */
export function countWaits(matters: readonly { direct: boolean }[]): Record<Wait, number> {
  const signOffs = matters.filter((matter) => waitOf(matter) === 'sign-off').length;
  return { 'sign-off': signOffs, approval: matters.length - signOffs };
}
