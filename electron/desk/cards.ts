import { issueCard } from '../../shared/domain/card/issue-card.ts';
import type { CardNumber } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskRoom, OpenCounter, TieredLine } from './open-counter.ts';
import { tierName } from './tier-name.ts';
import { trustedToday } from './trusted-today.ts';
import { verifyToken } from './verify-token.ts';

/** The 云谷人才卡: issued for a recognition in force, printed, verified. */
export function cardCalls(room: DeskRoom) {
  const calls = deskCalls.cards;
  return {
    issue: calls.issue.handler(async ({ input }) => {
      const { ledger, records, numbers, cardKey, decisions } = room.counter();
      const { personId } = input;
      const { entry } = await decisions.record(room.staff().id, [`person:${personId}`], async () => {
        const person = (await records.get('person', personId)) ?? refuse('not-found', { what: 'person' });
        const recognitions = await Promise.all(ledger.recognitionsOf(personId).map((id) => records.get('recognition', id)));
        const cards = await Promise.all(ledger.cardsOf(personId).map((number) => records.get('card', number)));
        const today = trustedToday(room);
        const context = {
          person,
          recognitions: recognitions.filter((r) => r !== undefined),
          cards: cards.filter((c) => c !== undefined),
          today,
        };
        issueCard({ ...context, number: '' as CardNumber });
        const { number, blockId } = numbers.take('card', Number(today.slice(0, 4)));
        const unsigned = issueCard({ ...context, number: number as CardNumber });
        return {
          kind: 'card.issued',
          command: input,
          facts: { card: { ...unsigned, ...(await cardKey.sign(unsigned)) }, blockId },
        };
      });
      if (entry.kind !== 'card.issued') throw new Error('another entry came back');
      return { cardNumber: entry.facts.card.number };
    }),

    waiting: calls.waiting.handler(() => [...toIssue(room), ...toMake(room)]),
    verify: calls.verify.handler(({ input }) => verifyToken(room, input.text)),
  };
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
  return counter.ledger.cardsToMake().map((line) => ({
    ...listed(counter, line),
    matterId: line.matterId,
    cardNumber: line.number,
    state: 'to-make' as const,
  }));
}

function listed(counter: OpenCounter, line: TieredLine) {
  const { personId } = line;
  return { personId, name: counter.ledger.findPerson(personId)?.name ?? '', tierName: tierName(counter, line) };
}
