import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { desk, deskQuery } from './desk-client.ts';

export interface HiddenColumns {
  /** The same array until the program answers otherwise. */
  hidden: readonly string[];
  toggle(column: string): void;
}

const none: readonly string[] = [];

/** Which columns of a list whoever is signed in has hidden; the program keeps it for them, the page doesn't. */
export function useHiddenColumns(list: 'matters'): HiddenColumns {
  const queries = useQueryClient();
  const settings = useQuery(deskQuery.deskSettings.get.queryOptions());
  const hidden = settings.data?.hiddenColumns[list] ?? none;
  const showing = useMutation({
    mutationFn: (change: { column: string; shown: boolean }) => desk.deskSettings.showColumn({ list, ...change }),
    onSuccess: () => queries.invalidateQueries({ queryKey: deskQuery.deskSettings.key() }),
    // One after the other: each is written onto what the one before left.
    scope: { id: 'columns' },
  });
  return { hidden, toggle: (column) => showing.mutate({ column, shown: hidden.includes(column) }) };
}
