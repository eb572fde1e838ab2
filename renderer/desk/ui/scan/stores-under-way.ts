import { useSyncExternalStore } from 'react';

/** Files that are being checked and sealed: a form that is sent meanwhile would go without them, unseen. */
let underWay = 0;
const listeners = new Set<() => void>();

/** Counts a store for as long as it lasts; gives it back as it was. */
export function trackStore<T>(store: Promise<T>): Promise<T> {
  change(1);
  return store.finally(() => change(-1));
}

export function storesUnderWay(): number {
  return underWay;
}

/** How many are under way now. */
export function useStoresUnderWay(): number {
  return useSyncExternalStore(listen, storesUnderWay);
}

function change(by: 1 | -1): void {
  underWay += by;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
