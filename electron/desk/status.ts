import type { CounterStatus } from '../../shared/contract/status-calls.ts';
import type { PlainDate } from '../../shared/domain/plain-date.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { deskCalls } from './desk-door.ts';
import { nextYearMissing } from './number-blocks.ts';
import type { DeskRoom, OpenCounter } from './open-counter.ts';
import { questionableDate } from './trusted-today.ts';

/** The counter's state, derived each time it is asked for and never stored; and the confirmation of its date. */
export function statusCalls(room: DeskRoom) {
  const calls = deskCalls.counter;
  return {
    status: calls.status.handler(() => counterStatus(room)),
    confirmDate: calls.confirmDate.handler(async ({ input: { today, ticket } }) => {
      await confirmDate(room, today, ticket);
      return {};
    }),
  };
}

async function confirmDate(room: DeskRoom, today: PlainDate, ticket: string): Promise<void> {
  const { decisions, tickets } = room.counter();
  const signedOffBy = tickets.spend(ticket, 'date.confirm', today) ?? refuse('sign-off-needed', {});
  const questionable = questionableDate(room);
  // Midnight came between the look at the calendar and this, or somebody has set the clock right meanwhile.
  if (questionable?.today !== today) return;
  await decisions.record(room.staff().id, ['counter'], async () => ({
    kind: 'date.confirmed',
    command: { today },
    facts: { ...questionable, signedOffBy },
  }));
}

async function counterStatus(room: DeskRoom): Promise<CounterStatus> {
  const counter = room.counter();
  const { ledger, numbers, packs, printQueue } = counter;
  const today = room.clock.today();
  const year = Number(today.slice(0, 4));
  const pack = packs.current();
  const refused = packs.refused();
  const questionable = questionableDate(room);
  const unfinished = printQueue.list().filter(({ state }) => state === 'failed' || state === 'held');
  return {
    // A counter has no central API yet: nothing is uploaded, and there is no time since when it can't be.
    online: false,
    offlineSince: null,
    unsent: await unsent(counter),
    numbersLeft: {
      card: numbers.left('card', year),
      certificate: numbers.left('certificate', year),
      matter: numbers.left('matter', year),
    },
    nextYearMissing: nextYearMissing(ledger, today),
    printer: await printerStatus(counter),
    savedAt: room.savedAt(),
    trial: ledger.counter().trial,
    host: room.hostDescription,
    ...(await diskFacts(room)),
    policy: { pack: `${pack.id}@${pack.version}`, ...(refused && { refused }) },
    notices: [...counter.notices()],
    ...(questionable && { questionable }),
    waiting: {
      recognitions: ledger.openRecognitions().length,
      cards: ledger.uncarded(today).length + ledger.cardsToMake(today).length,
      handOver: ledger.cardsToHandOver(today).length,
      jobs: unfinished.filter(({ reason }) => reason !== 'cancelled').length,
    },
    today: { date: today, ...ledger.countsOn(today) },
  };
}

async function diskFacts(room: DeskRoom): Promise<Pick<CounterStatus, 'disk'>> {
  const { level, freeMebibytes } = await room.disk();
  return level === 'enough' ? {} : { disk: { level, freeMebibytes } };
}

async function unsent({ journal }: OpenCounter): Promise<CounterStatus['unsent']> {
  const count = journal.headSeq();
  const oldest = count > 0 ? await journal.readEntry(1) : undefined;
  return { count, oldest: oldest?.at.wall ?? null };
}

async function printerStatus({ printer, printQueue }: OpenCounter): Promise<CounterStatus['printer']> {
  const waiting = printQueue
    .list()
    .filter(({ state }) => state === 'queued' || state === 'submitted' || state === 'printing').length;
  const { state, reason } = await printer.state();
  const { name } = printer;
  if (state === 'stopped') return { name, state, waiting, ...(reason && { reason }) };
  return { name, state: waiting > 0 ? 'working' : 'ready', waiting };
}
