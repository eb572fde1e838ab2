import { useEffect, useState } from 'react';
import { findRefusal } from './trouble.ts';

/** Seconds still to wait after too many wrong tries; counts down to 0 by itself. */
export function useWait(error: unknown): number {
  const asked = findRefusal(error, 'too-many-attempts')?.waitSeconds ?? findRefusal(error, 'wrong-credentials')?.waitSeconds ?? 0;
  const [left, setLeft] = useState(0);
  // By the error and not only its seconds: each new refusal starts the count anew.
  useEffect(() => {
    setLeft(asked);
    if (asked === 0) return;
    const timer = window.setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1_000);
    return () => window.clearInterval(timer);
  }, [error, asked]);
  return left;
}
