import { useEffect, useRef } from 'react';

// A card's text names a person: it is handed over in memory, never by an address, which a browser would keep.
let waiting: string | undefined;
const takers = new Set<(text: string) => void>();

/** Hands a scanned card's text to the verify page, now or when it opens. */
export function giveScannedCard(text: string): void {
  if (takers.size === 0) waiting = text;
  for (const take of takers) take(text);
}

/** For the verify page: `take` gets each card's text that was scanned while the focus was somewhere else. */
export function useScannedCard(take: (text: string) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const listener = (text: string) => latest.current(text);
    takers.add(listener);
    if (waiting !== undefined) {
      const text = waiting;
      waiting = undefined;
      listener(text);
    }
    return () => {
      takers.delete(listener);
    };
  }, []);
}
