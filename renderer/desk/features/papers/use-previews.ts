import type { InferContractRouterOutputs } from '@orpc/contract';
import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import type { deskContract } from '../../../../shared/contract/desk.ts';
import type { PaperSubject } from '../../../../shared/domain/paper/printed-paper.ts';
import { deskQuery } from '../../app/desk-client.ts';

export type Preview = InferContractRouterOutputs<typeof deskContract>['papers']['preview'];
export interface Previewed {
  subject: PaperSubject;
  query: UseQueryResult<Preview>;
}

/** The PDFs of some papers, asked for anew each time they are shown: a preview is never older than what it shows. */
export function usePreviews(subjects: readonly PaperSubject[]): Previewed[] {
  const queries = useQueries({
    queries: subjects.map((input) => deskQuery.papers.preview.queryOptions({ input, staleTime: 0, gcTime: 0, retry: false })),
  });
  return subjects.flatMap((subject, index) => {
    const query = queries[index];
    return query ? [{ subject, query: query as UseQueryResult<Preview> }] : [];
  });
}
