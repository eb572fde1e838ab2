import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { SessionState } from '../../../shared/contract/session-calls.ts';
import { deskQuery } from './desk-client.ts';

/** The session as the program has it; asked again on each notice about it. */
export function useSessionQuery() {
  return useQuery(deskQuery.session.state.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
}

/** The session for whatever stands inside the frame, where somebody is signed in. */
export const SessionContext = createContext<SessionState | undefined>(undefined);

/** The session; only within the gate, where it is known. */
export function useSession(): SessionState {
  const session = useContext(SessionContext);
  if (!session) throw new Error('the session is asked for outside of the gate');
  return session;
}
