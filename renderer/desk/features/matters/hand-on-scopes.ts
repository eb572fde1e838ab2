import type { MatterRow } from '../../../../shared/contract/hand-over-calls.ts';

export type HandOnScope = 'one' | 'listed' | 'mine';

export interface HandOnChoice {
  scope: HandOnScope;
  matters: readonly MatterRow[];
}

export interface HandOnSource {
  chosen: MatterRow | undefined;
  listed: readonly MatterRow[];
  /** All open ones of whoever is signed in, listed or not. */
  mine: readonly MatterRow[];
  mayReassign: boolean;
}

/** What can be handed on from here: the chosen row, what is listed, all of one's own; each only where it says something new. */
export function handOnScopes({ chosen, listed, mine, mayReassign }: HandOnSource): HandOnChoice[] {
  const mayGo = (row: MatterRow) => row.open && (row.mine || mayReassign);
  const one = chosen && mayGo(chosen) ? [chosen] : [];
  const shown = listed.filter(mayGo);
  const differs = shown.length !== mine.length || shown.some((row) => !row.mine);
  const scopes: HandOnChoice[] = [
    { scope: 'one', matters: one },
    { scope: 'listed', matters: shown.length > 1 && differs ? shown : [] },
    { scope: 'mine', matters: mine.length > 1 || one[0]?.matterId !== mine[0]?.matterId ? mine : [] },
  ];
  return scopes.filter(({ matters }) => matters.length > 0);
}
