import type { CounterStatus } from '../../../../shared/contract/desk.ts';
import { fewNumbersLeft } from '../../app/few-numbers.ts';

export interface WaitingLine {
  what: 'printer' | 'jobs' | 'recognitions' | 'cards' | 'handOver' | 'drafts' | 'numbers';
  count: number;
  to: '/review' | '/issue' | '/papers' | '/register' | undefined;
}

/** What waits for a hand, the most pressing first; nothing that doesn't. */
export function waitingLines(status: Pick<CounterStatus, 'waiting' | 'printer' | 'numbersLeft'>, drafts: number): WaitingLine[] {
  const { waiting, printer } = status;
  const lines: WaitingLine[] = [
    { what: 'printer', count: printer.state === 'stopped' ? 1 : 0, to: '/papers' },
    { what: 'jobs', count: waiting.jobs, to: '/papers' },
    { what: 'recognitions', count: waiting.recognitions, to: '/review' },
    { what: 'cards', count: waiting.cards, to: '/issue' },
    { what: 'handOver', count: waiting.handOver, to: '/issue' },
    { what: 'drafts', count: drafts, to: '/register' },
    { what: 'numbers', count: fewNumbersLeft(status).length, to: undefined },
  ];
  return lines.filter((line) => line.count > 0);
}
