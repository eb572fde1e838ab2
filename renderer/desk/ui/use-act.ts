import { type UseMutationOptions, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';

export interface Act<Input, Output> {
  /** Begins; while it is under way a second press does nothing. */
  begin(input: Input): void;
  pending: boolean;
  error: Error | null;
  /** What it was begun with last. */
  input: Input | undefined;
  /** What it ended with last, until `reset`. */
  data: Output | undefined;
  reset(): void;
}

/** A call that writes: begun once however often the key is pressed. What `onSuccess` returns is waited for, too. */
export function useAct<Input = void, Output = unknown>(options: UseMutationOptions<Output, Error, Input>): Act<Input, Output> {
  const mutation = useMutation(options);
  // A ref, since two presses may come before the screen has drawn the first.
  const busy = useRef(false);
  const begin = (input: Input) => {
    if (busy.current) return;
    busy.current = true;
    // What went wrong is in `error`, where the screen reads it.
    mutation
      .mutateAsync(input)
      .catch(() => undefined)
      .finally(() => {
        busy.current = false;
      });
  };
  const { isPending: pending, error, variables: input, data, reset } = mutation;
  return { begin, pending, error, input, data, reset };
}
