/** The row that is chosen, by its key, and where it stood when it was chosen. */
export interface RowChoice {
  key: string;
  index: number;
}

/** How far PageUp and PageDown go. */
const pageRows = 10;

/**
 * Where the choice stands among the rows now: on its own row wherever that moved to; on the row that took its place where it is
 * gone, so that a queue is worked off with Enter alone; on the first where nothing was chosen. -1 where there are no rows.
 */
export function chosenIndex(keys: readonly string[], choice: RowChoice | undefined): number {
  if (!choice) return Math.min(0, keys.length - 1);
  const found = keys.indexOf(choice.key);
  return found >= 0 ? found : Math.min(choice.index, keys.length - 1);
}

/** The row that a key moves the choice to, stopping at either end; undefined for keys that don't move it. */
export function movedIndex(key: string, from: number, count: number): number | undefined {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: pageRows, PageUp: -pageRows };
  const step = steps[key];
  if (step === undefined || count === 0) return undefined;
  return Math.max(0, Math.min(count - 1, from + step));
}
