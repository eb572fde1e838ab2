import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StaffId } from '../../../../shared/domain/ids.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { useSession } from '../../app/session.ts';
import { type Since, sinceDate } from './since.ts';

export interface MatterChoice {
  whose: 'mine' | 'all';
  /** Of all, those of one handler. */
  handlerId: StaffId | undefined;
  which: 'open' | 'done' | 'all';
  since: Since;
}

/** The part of the work-list that is looked at: what the page asks the program for. What is typed narrows it on the page. */
export function useMatterView() {
  const { staff } = useSession();
  const [choice, setChoice] = useState<MatterChoice>({ whose: 'all', handlerId: undefined, which: 'open', since: 'any' });
  const { data: status } = useQuery(deskQuery.counter.status.queryOptions());
  const since = status && sinceDate(choice.since, status.today.date);
  const handlerId = choice.whose === 'mine' ? staff?.id : choice.handlerId;
  const input = { which: choice.which, ...(handlerId && { handlerId }), ...(since && { since }) };
  const { data, error } = useQuery(deskQuery.matters.list.queryOptions({ input, placeholderData: keepPreviousData }));
  const change = (part: Partial<MatterChoice>) => setChoice((before) => ({ ...before, ...part }));
  const isWhole = choice.whose === 'all' && choice.which === 'open' && choice.since === 'any' && !choice.handlerId;
  return { choice, change, rows: data?.rows, more: data?.more ?? 0, error, isWhole };
}
