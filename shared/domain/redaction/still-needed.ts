import { type CardStanding, isLiveCard } from '../card/card-life.ts';
import { isOpenStatus, type RecognitionStatus } from '../matter/recognition.ts';
import { addYears, type PlainDate } from '../plain-date.ts';
import type { ErasureGround } from '../request/request.ts';
import type { RedactionReason } from './redaction.ts';

/** All of a person's that may still need their data. */
export interface Holding {
  readonly recognitions: readonly {
    readonly status: RecognitionStatus;
    readonly grantedOn?: PlainDate | undefined;
    readonly validTo?: PlainDate | undefined;
  }[];
  readonly cards: readonly CardStanding[];
  readonly waitingApprovals: number;
  /** Requests without an answer, but for the one that is being decided. */
  readonly openRequests: number;
  readonly unfinishedForms: number;
  readonly openJobs: number;
  /** Every entry was echoed by the central side, or never went there. */
  readonly isSafe: boolean;
}

/** Why the data is still needed; nothing where it may go. The office's rule lets a card go that is in its holder's hand; a request doesn't. */
export function stillNeeded(
  holding: Holding,
  { because, today, archiveYears }: { because: RedactionReason; today: PlainDate; archiveYears: number },
): ErasureGround[] {
  const { recognitions, cards, waitingApprovals, openRequests, unfinishedForms, openJobs, isSafe } = holding;
  const live = cards.filter((card) => isLiveCard(card, today));
  const inForce = recognitions.some(({ validTo }) => validTo !== undefined && validTo >= today);
  const archived = ({ grantedOn }: Holding['recognitions'][number]) =>
    grantedOn !== undefined && addYears(grantedOn, archiveYears) >= today;
  const grounds: [ErasureGround, boolean][] = [
    ['open-matter', recognitions.some(({ status }) => isOpenStatus(status))],
    ['live-card', live.some(({ state }) => because === 'request' || state !== 'collected')],
    ['card-to-issue', inForce && cards.length === 0],
    ['waiting-approval', waitingApprovals > 0],
    ['open-request', openRequests > 0],
    ['unfinished-form', unfinishedForms > 0],
    ['paper-printing', openJobs > 0],
    ['archive-period', because === 'request' && recognitions.some(archived)],
    ['not-echoed', !isSafe],
  ];
  return grounds.filter(([, holds]) => holds).map(([ground]) => ground);
}
