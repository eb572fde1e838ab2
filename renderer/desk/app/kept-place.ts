import { useEffect } from 'react';
import type { SessionState } from '../../../shared/contract/session-calls.ts';
import { desk } from './desk-client.ts';
import { router } from './routes.tsx';

/** A killed program comes back where its clerk was: the page that main kept is opened, and main is told of each one that follows. */
export function useKeptPlace(session: SessionState | undefined): void {
  const signedIn = session?.phase === 'signed-in';
  const place = session?.place;
  useEffect(() => {
    if (signedIn && place !== undefined) router.history.replace(place);
  }, [signedIn, place]);
  useEffect(() => {
    if (!signedIn) return;
    return router.subscribe('onResolved', ({ toLocation }) => {
      // Kept when it can be; where it can't, the work itself is safe all the same.
      desk.session.keepPlace({ address: toLocation.href }).catch(() => undefined);
    });
  }, [signedIn]);
}
