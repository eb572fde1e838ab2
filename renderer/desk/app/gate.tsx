import { useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { SessionState } from '../../../shared/contract/session-calls.ts';
import { GoingLivePage } from '../features/going-live/going-live-page.tsx';
import { RestorePage } from '../features/restore/restore-page.tsx';
import { EnrolPage } from '../features/sign-in/enrol-page.tsx';
import { LockedPage } from '../features/sign-in/locked-page.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { StartingPage } from '../features/sign-in/starting-page.tsx';
import { StoppedPage } from '../features/sign-in/stopped-page.tsx';
import { deskQuery } from './desk-client.ts';
import { useIdleLock } from './idle-lock.ts';
import { useKeptPlace } from './kept-place.ts';
import { router } from './routes.tsx';
import { SessionContext, useSessionQuery } from './session.ts';

/** Which screen the session allows: the desk itself only while somebody is signed in. */
export function Gate() {
  const { data: session, error } = useSessionQuery();
  const phase = session?.phase;
  useForgetting(phase);
  useIdleLock(phase === 'signed-in');
  useKeptPlace(session);
  if (!session) return <StartingPage progress={undefined} error={error} />;
  return <SessionContext value={session}>{screenOf(session)}</SessionContext>;
}

function screenOf(session: SessionState) {
  switch (session.phase) {
    case 'enrol':
      return <Enrolment trialThere={session.trialThere === true} />;
    case 'starting':
      return <StartingPage progress={session.progress} error={null} />;
    case 'stopped':
      return <StoppedStart stopped={session.stopped} />;
    case 'signed-out':
      return <SignInPage />;
    case 'locked':
      return <LockedPage />;
    case 'signed-in':
      return <RouterProvider router={router} />;
  }
}

/** What this computer is to be. Whoever comes here from 试用 has chosen already. */
function Enrolment({ trialThere }: { trialThere: boolean }) {
  const [way, setWay] = useState<'live' | 'restore'>();
  const back = () => setWay(undefined);
  if (way === 'restore') return <RestorePage onBack={back} />;
  if (trialThere || way === 'live') return <GoingLivePage onBack={back} />;
  return <EnrolPage onGoLive={() => setWay('live')} onRestore={() => setWay('restore')} />;
}

/** A counter that can't be opened, and the way out where a backup has it. */
function StoppedStart({ stopped }: { stopped: SessionState['stopped'] }) {
  const [restoring, setRestoring] = useState(false);
  if (restoring) return <RestorePage replaces onBack={() => setRestoring(false)} />;
  return <StoppedPage stopped={stopped} onRestore={() => setRestoring(true)} />;
}

/** What one person saw is dropped from memory as soon as the screen is somebody else's. */
function useForgetting(phase: SessionState['phase'] | undefined) {
  const queries = useQueryClient();
  useEffect(() => {
    if (phase === undefined || phase === 'signed-in') return;
    const sessionKey = JSON.stringify(deskQuery.session.state.queryKey());
    queries.removeQueries({ predicate: (query) => JSON.stringify(query.queryKey) !== sessionKey });
    if (phase === 'signed-out') void router.navigate({ to: '/', replace: true });
  }, [phase, queries]);
}
