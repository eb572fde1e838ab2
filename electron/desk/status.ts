import type { CounterStatus } from '../../shared/contract/desk.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskRoom, OpenCounter } from './open-counter.ts';

/** The counter's state, derived each time it is asked for and never stored. */
export function statusCalls(room: DeskRoom) {
  return { status: deskCalls.counter.status.handler(() => counterStatus(room)) };
}

async function counterStatus(room: DeskRoom): Promise<CounterStatus> {
  const counter = room.counter();
  const { ledger, numbers, packs, printQueue } = counter;
  const today = room.clock.today();
  const year = Number(today.slice(0, 4));
  const pack = packs.current();
  const refused = packs.refused();
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
    printer: await printerStatus(counter),
    savedAt: room.savedAt(),
    trial: ledger.counter().trial,
    host: room.hostDescription,
    policy: { pack: `${pack.id}@${pack.version}`, ...(refused && { refused }) },
    notices: [...counter.notices()],
    waiting: {
      recognitions: ledger.openRecognitions().length,
      cards: ledger.uncarded(today).length + ledger.cardsToMake().length,
      handOver: ledger.cardsToHandOver().length,
      jobs: unfinished.filter(({ reason }) => reason !== 'cancelled').length,
    },
    today: { date: today, ...ledger.countsOn(today) },
  };
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
