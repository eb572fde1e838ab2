import { useEffect } from 'react';
import { desk } from './desk-client.ts';

/** Five minutes without a hand on keyboard or mouse: somebody else may stand at the counter. */
export const idleLockMs = 5 * 60_000;

/** Locks the session when nobody has touched the desk for a while. Only the page sees hands; main keeps the lock. */
export function useIdleLock(signedIn: boolean): void {
  useEffect(() => {
    if (!signedIn) return;
    let timer = 0;
    const lock = () => {
      // A lock that can't be told to the program now is told again after the same time; the link's state is on screen meanwhile.
      desk.session.lock().catch(restart);
    };
    const restart = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(lock, idleLockMs);
    };
    const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const sign of signs) window.addEventListener(sign, restart, { passive: true, capture: true });
    restart();
    return () => {
      window.clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, restart, { capture: true });
    };
  }, [signedIn]);
}
