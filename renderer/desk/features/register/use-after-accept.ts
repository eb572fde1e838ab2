import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { v7 } from 'uuid';
import type { DraftId } from '../../../../shared/domain/ids.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { nextOfBatch } from './batch-fields.ts';
import type { RegistrationForm } from './form-state.ts';

/** Within a hand-in, accepting goes on to its next person: true where it did. The draft is saved first, so that a kill loses none of it. */
export function useAfterAccept(): (accepted: RegistrationForm) => Promise<boolean> {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return async ({ fields }) => {
    if (fields.batch === '') return false;
    const draft = v7() as DraftId;
    await desk.drafts.save({ id: draft, title: '', fields: nextOfBatch(fields) });
    await queries.invalidateQueries({ queryKey: deskQuery.batches.key() });
    await navigate({ to: '/register', search: { draft }, replace: true });
    return true;
  };
}
