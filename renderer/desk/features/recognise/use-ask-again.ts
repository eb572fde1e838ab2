import { useQueryClient } from '@tanstack/react-query';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { deskQuery } from '../../app/desk-client.ts';

/** Asks for a person anew, so that an act ends only when the page shows what came of it, and not a moment before. */
export function useAskAgain(personId: PersonId): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: deskQuery.talents.get.key({ input: { personId } }) });
}
