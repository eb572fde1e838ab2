import type { Card } from '../../shared/domain/card/card.ts';
import { cardActsOn } from '../../shared/domain/card/card-life.ts';
import type { PersonId, StaffId } from '../../shared/domain/ids.ts';
import { type Recognition, recognisedOn } from '../../shared/domain/matter/recognition.ts';
import {
  isCardSide,
  type PaperAbout,
  type PaperSubject,
  paperAbout,
  subjectIds,
} from '../../shared/domain/paper/printed-paper.ts';
import type { PlainDate } from '../../shared/domain/plain-date.ts';
import { findTier } from '../../shared/domain/policy/pack.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { PersonRequest } from '../../shared/domain/request/request.ts';
import type { Person } from '../../shared/domain/talent/person.ts';
import type { PaperContexts, RequestContext } from '../../shared/paper/definition.ts';
import type { OpenCounter } from './open-counter.ts';

/** What a paper's definition asks for, but for the 经办人, who follows from the paper. */
type Context = { [A in PaperAbout]: Omit<PaperContexts[A], 'staffName'> };

/** What was looked up of what a paper is about. */
export interface Gathered<A extends PaperAbout = PaperAbout> {
  readonly context: Context[A];
  readonly personId: PersonId | undefined;
  readonly card: Card | undefined;
  /** The matter that it comes from. */
  readonly recognition: Recognition | undefined;
  /** The number of what it is about; empty where there is none. */
  readonly number: string;
  /** The queue under which it is printed. */
  readonly aggregate: string;
  /** Who took in what it is about; undefined where whoever prints it stands on it. */
  readonly takenBy: StaffId | undefined;
}

export interface Asked {
  readonly subject: PaperSubject;
  readonly today: PlainDate;
  /** Whether its QR is to be signed. */
  readonly signed: boolean;
}

type Gather<A extends PaperAbout> = (counter: OpenCounter, asked: Asked) => Promise<Gathered<A>>;

/** How each thing that a paper can be about is looked up; refuses `not-found`. */
const gather: { [A in PaperAbout]: Gather<A> } = {
  matter: async (counter, { subject, today, signed }) => {
    const recognition = await getRecognition(counter, subject.matterId);
    return matterContext(counter, { recognition, today, signed });
  },
  card: async (counter, { subject, today, signed }) => {
    const { cardNumber, kind } = subject;
    const card = (cardNumber && (await counter.records.get('card', cardNumber))) || refuse('not-found', { what: 'card' });
    // A card that was handed over is not printed once more: another takes its place.
    if (isCardSide(kind) && !cardActsOn({ ...card, printed: true }, today).includes('print'))
      refuse('paper-not-available', { kind });
    const recognition = await getRecognition(counter, card.matterId);
    const found = await matterContext(counter, { recognition, today, signed });
    return { ...found, card, context: { ...found.context, card }, number: card.number };
  },
  advice: async (counter, { subject: { adviceId }, today }) => {
    const advice = (adviceId && (await counter.records.get('advice', adviceId))) || refuse('not-found', { what: 'advice' });
    const context = { ...officeContext(counter, today), pack: counter.packs.get(advice.pack), advice };
    return { ...nobodys, context, number: shortName(advice.id), aggregate: `advice:${advice.id}`, takenBy: advice.by };
  },
  tier: async (counter, { subject, today, signed }) => {
    if (subject.tier) return { ...nobodys, context: { ...officeContext(counter, today), ...subject.tier }, number: '' };
    const recognition = await getRecognition(counter, subject.matterId);
    const { team, tier } = recognition;
    const found = await matterContext(counter, { recognition, today, signed });
    return { ...found, context: { ...found.context, team, tier } };
  },
  person: async (counter, { subject: { personId }, today }) => {
    const context = officeContext(counter, today);
    if (!personId) return { ...nobodys, context, number: '' };
    const person = await getPerson(counter, personId);
    return { ...nobodys, context: { ...context, person }, personId, number: '', aggregate: `person:${personId}` };
  },
  audit: async () => refuse('paper-not-available', { kind: 'audit-list' }),
  request: async (counter, { subject: { requestId }, today }) => {
    const request = (requestId && counter.ledger.request(requestId)) || refuse('not-found', { what: 'request' });
    const { personId } = request;
    const context = { ...officeContext(counter, today), ...(await heldOf(counter, request)) };
    return {
      ...nobodys,
      context,
      personId,
      number: shortName(request.id),
      aggregate: `person:${personId}`,
      takenBy: request.receivedBy,
    };
  },
};

/** Everything that a paper of this subject may speak of. Refuses `bad-input`, `not-found` and `paper-not-available`. */
export function gatherContext(counter: OpenCounter, about: PaperAbout, asked: Asked): Promise<Gathered> {
  mustNameItsOwn(asked.subject, about);
  return gather[about](counter, asked);
}

/** One paper has one name: under a second one, with an id that says nothing of it, its reprint would pass for a first print. */
function mustNameItsOwn(subject: PaperSubject, about: PaperAbout): void {
  const accepted: readonly string[] = paperAbout[about];
  const given = subjectIds.filter((id) => subject[id] !== undefined);
  const named = given.find((id) => accepted.includes(id));
  const stray = given.find((id) => id !== named);
  if (stray) refuse('bad-input', { fields: [{ path: stray, code: 'not-accepted' }] });
}

const nobodys = { personId: undefined, card: undefined, recognition: undefined, aggregate: 'paper:nobody', takenBy: undefined };

function officeContext({ ledger, packs }: OpenCounter, today: PlainDate) {
  return { counter: ledger.counter(), pack: packs.current(), today };
}

async function matterContext(
  counter: OpenCounter,
  { recognition, today, signed }: { recognition: Recognition } & Pick<Asked, 'today' | 'signed'>,
): Promise<Gathered<'matter'>> {
  const { personId } = recognition;
  const person = await getPerson(counter, personId);
  const context = {
    ...officeContext(counter, today),
    pack: counter.packs.get(recognition.pack),
    person,
    recognition,
    ...(signed && (await certificateToken(counter, person.identity.name, recognition))),
  };
  const { number, receivedBy: takenBy } = recognition;
  return { context, personId, card: undefined, recognition, number, aggregate: `person:${personId}`, takenBy };
}

/** All that is kept about whoever asks, as far as a paper tells it. */
async function heldOf(counter: OpenCounter, request: PersonRequest): Promise<RequestContext> {
  const { ledger, records, packs } = counter;
  const { personId } = request;
  const person = await getPerson(counter, personId);
  const recognitions = await Promise.all(ledger.recognitionsOf(personId).map((id) => getRecognition(counter, id)));
  const cards = await Promise.all(ledger.cardsOf(personId).map((number) => records.get('card', number)));
  return {
    request,
    person,
    recognitions: recognitions.map((one) => {
      const found = findTier(packs.get(one.pack), one.team, one.tier);
      return { ...one, teamName: found?.team.name.zh ?? one.team, tierName: found?.tier.name.zh ?? one.tier };
    }),
    cards: cards.filter((one) => one !== undefined),
    papers: ledger.papersOf(personId).length,
    signedOffByName: request.answer?.signedOffBy && ledger.staff(request.answer.signedOffBy)?.name,
  };
}

async function getRecognition({ records }: OpenCounter, id: Recognition['id'] | undefined): Promise<Recognition> {
  return (id && (await records.get('recognition', id))) || refuse('not-found', { what: 'recognition' });
}

async function getPerson({ records }: OpenCounter, id: PersonId): Promise<Person> {
  return (await records.get('person', id)) ?? refuse('not-found', { what: 'person' });
}

/** Its QR proves the certificate to anybody who has the office's keys, without a network. */
async function certificateToken(
  { cardKey }: OpenCounter,
  name: string,
  { grant, team, tier, pack }: Recognition,
): Promise<{ certificateToken?: string }> {
  if (!grant) return {};
  const { certificateNumber: number, validTo } = grant;
  const { token } = await cardKey.sign({ number, name, team, tier, pack, issuedOn: recognisedOn(grant), validTo });
  return { certificateToken: token };
}

/** A consultation takes no number; its id's last signs tell two of them apart in the queue and the folder. */
const shortName = (id: string) => id.slice(-6);
