import type { CounterStatus } from '../../../shared/contract/status-calls.ts';

/** From here on the counter says that a new block is needed, while there is time: about a busy day's worth. */
export const fewNumbersBelow = 50;

/** The series that will soon be used up, in the order of the status bar. */
export function fewNumbersLeft(status: Pick<CounterStatus, 'numbersLeft'>): (keyof CounterStatus['numbersLeft'])[] {
  const series = ['card', 'certificate', 'matter'] as const;
  return series.filter((name) => status.numbersLeft[name] < fewNumbersBelow);
}
