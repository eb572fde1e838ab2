import type { RequestView } from '../../shared/contract/request-calls.ts';
import type { PersonId, RequestId, StaffId } from '../../shared/domain/ids.ts';
import type { PlainDate } from '../../shared/domain/plain-date.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { answerRequest, receiveRequest } from '../../shared/domain/request/decide-request.ts';
import type { PersonRequest, RequestAnswer } from '../../shared/domain/request/request.ts';
import { answerTo } from '../../shared/domain/staff/signed-act.ts';
import { workingDaysBetween } from '../../shared/domain/working-days.ts';
import { deskCalls } from './desk-door.ts';
import { onTicket } from './on-ticket.ts';
import type { DeskRoom, OpenCounter } from './open-counter.ts';
import { groundsAgainst, redactPerson } from './redact-person.ts';
import { trustedToday } from './trusted-today.ts';

/** 个人信息请求: taken in, answered within fifteen working days, and carried out. */
export function requestCalls(room: DeskRoom) {
  const calls = deskCalls.requests;
  return {
    receive: calls.receive.handler(async ({ input }) => {
      const { personId, asker } = input;
      const { decisions, ledger, packs, attachments } = room.counter();
      mustKnow(room.counter(), personId);
      if (asker.role === 'agent' && !(await attachments.has(asker.authorisation)))
        refuse('field-refused', { fields: [{ path: 'asker.authorisation', code: 'required' }] });
      const staffId = room.staff().id;
      const { entry } = await decisions.record(staffId, [`person:${personId}`], async () => {
        const { holidays } = packs.current();
        const today = trustedToday(room);
        const context = { id: room.newId() as RequestId, today, staffId, holidays, earlier: ledger.requestsOf(personId) };
        return { kind: 'request.received', command: input, facts: receiveRequest(input, context) };
      });
      if (entry.kind !== 'request.received') throw new Error('another entry came back');
      return { requestId: entry.facts.request.id };
    }),

    answer: calls.answer.handler(async ({ input }) => {
      await answer(room, input);
      return {};
    }),

    erase: calls.erase.handler(async ({ input }) => {
      const counter = room.counter();
      const request = getRequest(counter, input.requestId);
      const isGranted = request.kind === 'erase' && request.answer?.decision === 'granted';
      if (!isGranted || !isPrinted(counter, request)) refuse('not-in-this-state', { status: 'request' });
      const { personId, id: requestId } = request;
      const today = trustedToday(room);
      await redactPerson(counter, { personId, because: 'request', requestId, staffId: room.staff().id, today });
      return {};
    }),

    of: calls.of.handler(async ({ input: { personId } }) => {
      const counter = room.counter();
      const { name } = mustKnow(counter, personId);
      const today = room.clock.today();
      const requests = counter.ledger.requestsOf(personId);
      const erasing = requests.findLast(({ kind }) => kind === 'erase')?.id;
      const grounds = await groundsAgainst(counter, {
        personId,
        because: 'request',
        today,
        ...(erasing && { requestId: erasing }),
      });
      return { name, requests: requests.reverse().map((one) => requestView(counter, one, today)), grounds };
    }),

    open: calls.open.handler(() => {
      const counter = room.counter();
      return counter.ledger.openRequests().map((one) => requestView(counter, one, room.clock.today()));
    }),
  };
}

interface AnswerInput {
  readonly requestId: RequestId;
  readonly decision: RequestAnswer['decision'];
  readonly words?: string | undefined;
  readonly ticket?: string | undefined;
}

async function answer(room: DeskRoom, input: AnswerInput): Promise<void> {
  const { requestId, ticket, ...decided } = input;
  const counter = room.counter();
  const { personId } = getRequest(counter, requestId);
  const staffId = room.staff().id;
  const record = (signedOffBy?: StaffId) =>
    counter.decisions.record(staffId, [`person:${personId}`], async () => {
      const request = getRequest(counter, requestId);
      const today = trustedToday(room);
      const grounds =
        request.kind === 'erase' ? await groundsAgainst(counter, { personId, because: 'request', requestId, today }) : [];
      const facts = answerRequest(decided, { request, today, staffId, grounds, signedOffBy });
      return { kind: 'request.answered', command: { requestId, ...decided }, facts };
    });
  const subjectId = answerTo(requestId, decided.decision);
  if (ticket) await onTicket(counter, { ticket, act: 'request.decide', subjectId }, record);
  else await record();
}

function getRequest({ ledger }: OpenCounter, id: RequestId): PersonRequest {
  return ledger.request(id) ?? refuse('not-found', { what: 'request' });
}

function mustKnow({ ledger }: OpenCounter, personId: PersonId) {
  const on = ledger.redactedOn(personId);
  if (on) refuse('person-redacted', { on });
  return ledger.findPerson(personId) ?? refuse('not-found', { what: 'person' });
}

/** The answer has come out on paper, or is on its way to it. */
function isPrinted({ ledger, printQueue }: OpenCounter, { id }: Pick<PersonRequest, 'id'>): boolean {
  const cancelled = new Set(printQueue.list().flatMap(({ paperId, reason }) => (reason === 'cancelled' ? [paperId] : [])));
  return ledger.papersNamed(`request-answer requestId:${id}`).some((paperId) => !cancelled.has(paperId));
}

function requestView(counter: OpenCounter, request: PersonRequest, today: PlainDate): RequestView {
  const { receivedBy, answer: given, ...rest } = request;
  const { ledger, packs } = counter;
  const nameOf = (id: StaffId) => ledger.staff(id)?.name ?? '';
  const { holidays } = packs.current();
  const late = workingDaysBetween(request.dueOn, today, holidays);
  return {
    ...rest,
    name: ledger.findPerson(request.personId)?.name ?? '',
    receivedBy: nameOf(receivedBy),
    ...(given && {
      answer: {
        ...given,
        answeredBy: nameOf(given.answeredBy),
        signedOffBy: given.signedOffBy && nameOf(given.signedOffBy),
      },
    }),
    daysLeft: late > 0 ? -late : workingDaysBetween(today, request.dueOn, holidays),
    printed: isPrinted(counter, request),
  };
}
