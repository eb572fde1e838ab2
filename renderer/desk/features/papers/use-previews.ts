import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { deskContract, PersonView } from '../../../../shared/contract/desk.ts';
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

type Earlier = Pick<PersonView['papers'][number], 'subject' | 'printedOn'>;

/** The latest print of the same paper, or undefined for one that was never printed. */
export function findEarlierPrint<P extends Earlier>(papers: readonly P[], subject: PaperSubject): P | undefined {
  return papers
    .filter(({ subject: other }) => sameSubject(other, subject))
    .reduce<P | undefined>((latest, paper) => (latest === undefined || paper.printedOn >= latest.printedOn ? paper : latest), undefined);
}

function sameSubject(a: PaperSubject, b: PaperSubject): boolean {
  return a.kind === b.kind && a.matterId === b.matterId && a.cardNumber === b.cardNumber;
}
