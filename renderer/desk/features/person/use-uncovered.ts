import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { desk } from '../../app/desk-client.ts';

/** For how long a whole ID number stays on screen. */
const shownForMs = 60_000;

export interface Uncovered {
  numbers: { idNumber: string; phone: string } | undefined;
  secondsLeft: number;
  ask(reason: string): void;
  asking: boolean;
  error: Error | null;
  hide(): void;
}

/** A person's whole numbers, only for as long as they are looked at: gone after a minute, and with the page. Nothing else keeps them. */
export function useUncovered(personId: PersonId): Uncovered {
  const uncover = useMutation({
    mutationFn: (reason: string) => desk.talents.uncoverIdNumber({ personId, reason }),
    gcTime: 0,
  });
  const { data, reset } = uncover;
  const [secondsLeft, setSecondsLeft] = useState(0);
  useEffect(() => {
    if (!data) return;
    const until = Date.now() + shownForMs;
    const tick = () => {
      const leftMs = until - Date.now();
      // More than there was at first means that the clock was set back meanwhile.
      if (leftMs <= 0 || leftMs > shownForMs) reset();
      else setSecondsLeft(Math.ceil(leftMs / 1_000));
    };
    tick();
    const timer = window.setInterval(tick, 500);
    return () => window.clearInterval(timer);
  }, [data, reset]);
  return {
    numbers: data,
    secondsLeft,
    ask: (reason) => {
      if (!uncover.isPending) uncover.mutate(reason);
    },
    asking: uncover.isPending,
    error: uncover.error,
    hide: reset,
  };
}
