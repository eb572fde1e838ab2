import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { KeptFormName } from '../../../../shared/contract/supplement-calls.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';

const delayMs = 500;

export interface KeptForm<Form> {
  form: Form;
  change(fields: Partial<Form>): void;
  /** From here on nothing is kept: what was filled in is recorded. */
  stop(): void;
}

/** What was kept of a form, or the empty one; undefined while that is being asked. What can't be read any more is let go. */
export function useKeptText(personId: PersonId, form: KeptFormName): { text: string } | undefined {
  const options = deskQuery.recognitions.keptForm.queryOptions({ input: { personId, form }, gcTime: 0, staleTime: Infinity });
  return useQuery(options).data;
}

/** A form that outlasts a lock and a kill: kept after each pause in typing, and when the page is left. */
export function useKeptForm<Form extends object>(
  { personId, form: name }: { personId: PersonId; form: KeptFormName },
  start: Form,
): KeptForm<Form> {
  const queries = useQueryClient();
  const [form, setForm] = useState(start);
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> }>(undefined);
  const stopped = useRef(false);
  const keep = () => {
    const { current } = waiting;
    if (!current) return;
    clearTimeout(current.timer);
    waiting.current = undefined;
    // Not kept this time: the next change tries again, and a lock comes with its own words.
    void desk.recognitions.keepForm({ personId, form: name, text: current.text }).catch(() => undefined);
  };
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => {
    const leave = () => latest.current();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
      queries.removeQueries({ queryKey: deskQuery.recognitions.keptForm.key() });
    };
  }, [queries]);
  return {
    form,
    change: (fields) =>
      setForm((before) => {
        const after = { ...before, ...fields };
        clearTimeout(waiting.current?.timer);
        if (!stopped.current)
          waiting.current = { text: JSON.stringify(after), timer: setTimeout(() => latest.current(), delayMs) };
        return after;
      }),
    stop: () => {
      stopped.current = true;
      clearTimeout(waiting.current?.timer);
      waiting.current = undefined;
    },
  };
}
