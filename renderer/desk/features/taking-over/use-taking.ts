import { useRef, useState } from 'react';
import { type LedgerPlan, takenAtOnce } from '../../../../shared/contract/taking-over-calls.ts';
import { desk } from '../../app/desk-client.ts';

export interface Progress {
  readonly state: 'running' | 'stopped' | 'done';
  readonly taken: number;
  readonly done: number;
  readonly total: number;
  readonly elapsedMs: number;
}

/** Rows being taken over, some at a time: stopped between two steps, and begun again without taking anything twice. */
export function useTaking() {
  const [progress, setProgress] = useState<Progress>();
  const [error, setError] = useState<unknown>();
  const stopped = useRef(false);
  const running = useRef(false);

  async function run(plan: LedgerPlan, total: number): Promise<void> {
    if (running.current) return;
    running.current = true;
    stopped.current = false;
    setError(undefined);
    const began = performance.now();
    let taken = 0;
    const tell = (state: Progress['state'], done: number) =>
      setProgress({ state, taken, done, total, elapsedMs: performance.now() - began });
    tell('running', 0);
    let from: number | undefined = 0;
    try {
      while (from !== undefined && !stopped.current) {
        const step: { taken: number; next?: number | undefined } = await desk.takingOver.take({ ...plan, from });
        taken += step.taken;
        from = step.next;
        tell('running', from ?? total);
      }
      tell(from === undefined ? 'done' : 'stopped', from ?? total);
    } catch (thrown) {
      setError(thrown);
      tell('stopped', Math.min((from ?? 0) + takenAtOnce, total));
    } finally {
      running.current = false;
    }
  }

  return {
    progress,
    error,
    isRunning: progress?.state === 'running',
    run,
    stop: () => {
      stopped.current = true;
    },
    reset: () => {
      setProgress(undefined);
      setError(undefined);
    },
  };
}
export type Taking = ReturnType<typeof useTaking>;
