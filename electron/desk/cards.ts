import type { Card, ReplacementReason } from '../../shared/domain/card/card.ts';
import { isUncollected, secondPersonAct } from '../../shared/domain/card/card-life.ts';
import { type ChangeCommand, changeCard, changeEntry, replaceCard } from '../../shared/domain/card/change-card.ts';
import { issueCard } from '../../shared/domain/card/issue-card.ts';
import type { CardNumber, MatterId, PaperId, PersonId, StaffId } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskDecision, DeskRoom, OpenCounter, TieredLine } from './open-counter.ts';
import { isUnspoiltSide } from './spent-print.ts';
import { tierName } from './tier-name.ts';
import { trustedToday } from './trusted-today.ts';
import { verifyToken } from './verify-token.ts';
import { mustNotWait } from './waiting-approval.ts';

/** The 云谷人才卡: issued for a recognition in force, printed, handed over, and whatever else its life brings; verified. */
export function cardCalls(room: DeskRoom) {
  const calls = deskCalls.cards;
  return {
    issue: calls.issue.handler(({ input }) => issue(room, input.personId)),
    change: calls.change.handler(async ({ input }) => {
      await changeOne(room, input);
      return {};
    }),
    replace: calls.replace.handler(({ input }) => replaceOne(room, input)),
    waiting: calls.waiting.handler(() => [...toIssue(room), ...toMake(room), ...toHandOver(room)]),
    verify: calls.verify.handler(({ input }) => verifyToken(room, input.text)),
  };
}

async function issue(room: DeskRoom, personId: PersonId): Promise<{ cardNumber: CardNumber }> {
  const { numbers, cardKey, decisions } = room.counter();
  const { entry } = await decisions.record(room.staff().id, [`person:${personId}`], async () => {
    const today = trustedToday(room);
    const context = { ...(await getHolder(room, personId)), today };
    issueCard({ ...context, number: '' as CardNumber });
    const { number, blockId } = numbers.take('card', Number(today.slice(0, 4)));
    const unsigned = issueCard({ ...context, number: number as CardNumber });
    const card = { ...unsigned, ...(await cardKey.sign(unsigned)) };
    return { kind: 'card.issued', command: { personId }, facts: { card, blockId } };
  });
  if (entry.kind !== 'card.issued') throw new Error('another entry came back');
  return { cardNumber: entry.facts.card.number };
}

interface ChangeInput extends ChangeCommand {
  readonly cardNumber: CardNumber;
  readonly ticket?: string | undefined;
}

async function changeOne(room: DeskRoom, { cardNumber, ticket, ...command }: ChangeInput): Promise<void> {
  const { decisions, tickets } = room.counter();
  const staffId = room.staff().id;
  const signedOffBy = ticket === undefined ? undefined : tickets.spend(ticket, 'card.withdraw', cardNumber);
  const { personId } = await getCard(room, cardNumber);
  await decisions.record(staffId, [`person:${personId}`], async () => {
    const change = secondPersonAct.safeParse(command.act).data;
    if (change) mustNotWait(room.counter(), { act: 'card.change', cardNumber, change, reason: '' });
    return cardChange(room, { cardNumber, ...command }, { askedBy: staffId, ...(signedOffBy && { signedOffBy }) });
  });
}

/** A change as it will be recorded: whoever asked for it, and the second person where there is one already. Under the person's queue. */
export async function cardChange(
  room: DeskRoom,
  { cardNumber, ...command }: ChangeCommand & { readonly cardNumber: CardNumber },
  { askedBy: staffId, signedOffBy }: { askedBy: StaffId; signedOffBy?: StaffId },
): Promise<DeskDecision> {
  const card = await getCard(room, cardNumber);
  const papers = printsOf(room, card);
  const facts = changeCard(command, { card, papers, staffId, signedOffBy, today: trustedToday(room) });
  return { kind: changeEntry[command.act], command: { cardNumber, ...command }, facts };
}

async function replaceOne(
  room: DeskRoom,
  { cardNumber, reason }: { cardNumber: CardNumber; reason: ReplacementReason },
): Promise<{ cardNumber: CardNumber }> {
  const { numbers, cardKey, decisions } = room.counter();
  const { personId } = await getCard(room, cardNumber);
  const { entry } = await decisions.record(room.staff().id, [`person:${personId}`], async () => {
    const context = { ...(await getHolder(room, personId)), card: await getCard(room, cardNumber), today: trustedToday(room) };
    replaceCard(reason, { ...context, number: '' as CardNumber });
    const { number, blockId } = numbers.take('card', Number(context.today.slice(0, 4)));
    const { old, next } = replaceCard(reason, { ...context, number: number as CardNumber });
    const card = { ...next, ...(await cardKey.sign(next)) };
    return { kind: 'card.replaced', command: { cardNumber, reason }, facts: { old, card, blockId } };
  });
  if (entry.kind !== 'card.replaced') throw new Error('another entry came back');
  return { cardNumber: entry.facts.card.number };
}

async function getCard(room: DeskRoom, number: CardNumber) {
  return (await room.counter().records.get('card', number)) ?? refuse('not-found', { what: 'card' });
}

/** Prints of both sides that weren't spoilt before. */
function printsOf(room: DeskRoom, card: Card): PaperId[] {
  const papers = room.counter().ledger.papersOf(card.personId);
  return papers.filter((paper) => isUnspoiltSide(paper, card)).map(({ id }) => id);
}

async function getHolder(room: DeskRoom, personId: PersonId) {
  const { ledger, records } = room.counter();
  const person = (await records.get('person', personId)) ?? refuse('not-found', { what: 'person' });
  const recognitions = await Promise.all(ledger.recognitionsOf(personId).map((id) => records.get('recognition', id)));
  const cards = await Promise.all(ledger.cardsOf(personId).map((number) => records.get('card', number)));
  return { person, recognitions: recognitions.filter((r) => r !== undefined), cards: cards.filter((c) => c !== undefined) };
}

/** Recognised people without a card. */
function toIssue(room: DeskRoom) {
  const counter = room.counter();
  return counter.ledger
    .uncarded(room.clock.today())
    .map((line) => ({ ...listed(counter, line), matterId: line.id, state: 'to-issue' as const }));
}

/** Cards with a number that aren't printed on both sides yet. */
function toMake(room: DeskRoom) {
  const counter = room.counter();
  return counter.ledger
    .cardsToMake(room.clock.today())
    .map((line) => ({ ...cardLine(counter, line), state: 'to-make' as const }));
}

/** Made cards that nobody has taken away yet. */
function toHandOver(room: DeskRoom) {
  const counter = room.counter();
  const today = room.clock.today();
  return counter.ledger.cardsToHandOver(today).map((line) => ({
    ...cardLine(counter, line),
    state: 'to-hand-over' as const,
    uncollected: isUncollected(line, today, counter.packs.get(line.pack).collectWithinDays),
  }));
}

function cardLine(counter: OpenCounter, line: TieredLine & { number: CardNumber; matterId: MatterId }) {
  return { ...listed(counter, line), matterId: line.matterId, cardNumber: line.number };
}

function listed(counter: OpenCounter, line: TieredLine) {
  const { personId } = line;
  return { personId, name: counter.ledger.findPerson(personId)?.name ?? '', tierName: tierName(counter, line) };
}
