import type { CounterStatus } from '../../../../shared/contract/status-calls.ts';
import { fewNumbersLeft } from '../../app/few-numbers.ts';

export interface WaitingLine {
  what:
    | 'printer'
    | 'approvals'
    | 'handedToMe'
    | 'jobs'
    | 'recognitions'
    | 'cards'
    | 'handOver'
    | 'drafts'
    | 'numbers'
    | 'notices';
  count: number;
  /** The page it is done at, or the status bar's drawer that tells of it. */
  to: '/review' | '/issue' | '/papers' | '/register' | '/matters' | 'numbers' | 'notices';
}

/** What waits for whoever is signed in, besides what the counter's status tells. */
export interface MyWork {
  approvals: number;
  handedToMe: number;
  drafts: number;
}

/** What waits for a hand, the most pressing first; nothing that doesn't. */
export function waitingLines(
  status: Pick<CounterStatus, 'waiting' | 'printer' | 'numbersLeft' | 'notices'>,
  mine: MyWork,
): WaitingLine[] {
  const { waiting, printer } = status;
  const lines: WaitingLine[] = [
    { what: 'printer', count: printer.state === 'stopped' ? 1 : 0, to: '/papers' },
    { what: 'jobs', count: waiting.jobs, to: '/papers' },
    { what: 'approvals', count: mine.approvals, to: '/review' },
    { what: 'handedToMe', count: mine.handedToMe, to: '/matters' },
    { what: 'recognitions', count: waiting.recognitions, to: '/review' },
    { what: 'cards', count: waiting.cards, to: '/issue' },
    { what: 'handOver', count: waiting.handOver, to: '/issue' },
    { what: 'drafts', count: mine.drafts, to: '/register' },
    { what: 'numbers', count: fewNumbersLeft(status).length, to: 'numbers' },
    { what: 'notices', count: status.notices.length, to: 'notices' },
  ];
  return lines.filter((line) => line.count > 0);
}
