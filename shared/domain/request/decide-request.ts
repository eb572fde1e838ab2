import type { EntryFacts } from '../entry.ts';
import type { PersonId, RequestId, StaffId } from '../ids.ts';
import type { PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';
import { addWorkingDays, type HolidayCalendar } from '../working-days.ts';
import type { ErasureGround, PersonRequest, RequestAnswer, RequestAsker, RequestKind } from './request.ts';

/** Within how many working days a request is answered. */
export const answerWorkingDays = 15;

export interface ReceiveRequest {
  readonly personId: PersonId;
  readonly kind: RequestKind;
  readonly asker: RequestAsker;
  readonly words: string;
}

export interface ReceiveContext {
  readonly id: RequestId;
  readonly today: PlainDate;
  readonly staffId: StaffId;
  readonly holidays: HolidayCalendar | undefined;
  /** The person's requests so far. */
  readonly earlier: readonly Pick<PersonRequest, 'kind' | 'answer'>[];
}

/** Takes a request in. Refuses `request-open` where one of the same kind waits for its answer. */
export function receiveRequest(asked: ReceiveRequest, context: ReceiveContext): EntryFacts<'request.received'> {
  const { id, today, staffId, holidays, earlier } = context;
  if (earlier.some(({ kind, answer }) => kind === asked.kind && !answer)) refuse('request-open', {});
  const { day, weekendsOnly } = addWorkingDays(today, answerWorkingDays, holidays);
  return { request: { id, ...asked, receivedOn: today, receivedBy: staffId, dueOn: day, weekendsOnly } };
}

export interface AnswerRequest {
  readonly decision: RequestAnswer['decision'];
  readonly words?: string | undefined;
}

export interface AnswerContext {
  readonly request: PersonRequest;
  readonly today: PlainDate;
  readonly staffId: StaffId;
  readonly signedOffBy: StaffId | undefined;
  /** What stands against an erasure now. */
  readonly grounds: readonly ErasureGround[];
}

/**
 * Answers a request. Refuses `request-answered`; `field-refused` for a refusal without its reason, and for a correction that was granted
 * and not made; `data-needed` (the grounds) for an erasure while something stands against it; `sign-off-needed` and
 * `second-person-needed` for an erasure, and for any refusal.
 */
export function answerRequest({ decision, words }: AnswerRequest, context: AnswerContext): EntryFacts<'request.answered'> {
  const { request, today, staffId, signedOffBy, grounds } = context;
  if (request.answer) refuse('request-answered', {});
  const erases = request.kind === 'erase';
  if (decision === 'granted' && erases && grounds.length > 0) refuse('data-needed', { grounds: [...grounds] });
  if (decision === 'refused' && !words) refuse('field-refused', { fields: [{ path: 'words', code: 'required' }] });
  const made = (request.corrected?.length ?? 0) > 0;
  if (decision === 'granted' && request.kind === 'correct' && !made)
    refuse('field-refused', { fields: [{ path: 'decision', code: 'not-corrected' }] });
  if (erases || decision === 'refused') {
    if (!signedOffBy) refuse('sign-off-needed', {});
    if (signedOffBy === staffId) refuse('second-person-needed', {});
  }
  return {
    requestId: request.id,
    personId: request.personId,
    kind: request.kind,
    answer: {
      decision,
      grounds: erases && decision === 'refused' ? [...grounds] : [],
      ...(words && { words }),
      answeredOn: today,
      answeredBy: staffId,
      ...(signedOffBy && { signedOffBy }),
    },
  };
}
