import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deskQuery } from './desk-client.ts';
import { useMay } from './use-may.ts';

/** What somebody leaves behind at a sign-out, as far as it isn't done. */
export interface OpenWork {
  matters: number;
  drafts: number;
  unsent: number;
  /** On their way to the printer: signing out stops between two of them. */
  papers: number;
}

/** Signs out; where something of theirs is still open, after saying so. It never keeps anybody. */
export function useSignOut() {
  const queries = useQueryClient();
  const works = useMay('matter.hand-on');
  const signOut = useMutation(deskQuery.session.signOut.mutationOptions());
  const [open, setOpen] = useState<OpenWork>();
  const find = async (): Promise<OpenWork> => {
    const status = await queries.fetchQuery(deskQuery.counter.status.queryOptions());
    // 试用 is never uploaded: there is nothing to be warned of.
    const unsent = status.trial ? 0 : status.unsent.count;
    const papers = status.printer.waiting;
    if (!works) return { matters: 0, drafts: 0, unsent, papers };
    const { rows } = await queries.fetchQuery(deskQuery.matters.list.queryOptions({ input: { which: 'open' } }));
    const drafts = await queries.fetchQuery(deskQuery.drafts.list.queryOptions());
    return { matters: rows.filter(({ mine }) => mine).length, drafts: drafts.length, unsent, papers };
  };
  const leave = () => signOut.mutate(undefined);
  const begin = async () => {
    // What can't be asked for must not keep anybody either.
    const work = await find().catch(() => undefined);
    if (work && work.matters + work.drafts + work.unsent + work.papers > 0) setOpen(work);
    else leave();
  };
  return { open, begin: () => void begin(), leave, stay: () => setOpen(undefined) };
}
