import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import { deskQuery } from '../../app/desk-client.ts';
import { focusFirstProblem } from '../../ui/focus-problem.ts';
import { refusedFields } from '../../ui/trouble.ts';
import { useAct } from '../../ui/use-act.ts';

export interface SettingsTask {
  fields: RefObject<HTMLDivElement | null>;
  /** What can be told without asking main. */
  own: Readonly<Record<string, string | undefined>>;
  call(): Promise<unknown>;
  onDone(): void;
  /** PINs don't stay on the screen after a refusal. */
  onRefused?(fields: Readonly<Record<string, string>>): void;
}

/** Checks the fields, calls main, and marks what either refuses; the cursor goes to the first of them. */
export function useSettingsAct({ fields, own, call, onDone, onRefused }: SettingsTask) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const focus = () => fields.current && focusFirstProblem(fields.current);
  const act = useAct({
    // Without an input: what a mutation is begun with stays in memory, and a PIN must not.
    mutationFn: call,
    onSuccess: () => {
      onDone();
      return Promise.all(
        [deskQuery.staff.key(), deskQuery.numbers.key()].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
    onError: (error) => {
      const marked = refusedFields(error);
      flushSync(() => {
        setAsked(false);
        setRefused(marked);
        onRefused?.(marked);
      });
      focus();
    },
    gcTime: 0,
  });
  const accept = () => {
    flushSync(() => {
      setAsked(true);
      setRefused({});
    });
    if (Object.values(own).every((code) => code === undefined)) act.begin();
    else focus();
  };
  const problem = (path: string) => refused[path] ?? (asked ? own[path] : undefined);
  return { accept, problem, pending: act.pending, error: act.error };
}
