import { QueryCache, QueryClient } from '@tanstack/react-query';
import { toTrouble } from '../ui/trouble.ts';
import { deskQuery } from './desk-client.ts';

/**
 * Answers of the program, for the time they are on screen. `networkMode: always`, since the network of the computer has nothing to
 * do with the program beside it; nothing is retried, since the program answers or refuses.
 */
export function createQueries(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        const trouble = toTrouble(error);
        const signedOut = trouble.kind === 'refusal' && (trouble.code === 'signed-out' || trouble.code === 'session-locked');
        if (signedOut) void queries.invalidateQueries({ queryKey: deskQuery.session.state.key() });
      },
    }),
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return queries;
}
