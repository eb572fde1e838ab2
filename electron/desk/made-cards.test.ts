import { expect, test } from 'vitest';
import type { PrintJob } from '../../shared/contract/paper-calls.ts';
import type { CardNumber, JobId, PaperId, PersonId } from '../../shared/domain/ids.ts';
import { noteCardMade } from './made-cards.ts';
import type { OpenCounter } from './open-counter.ts';

const personId = 'person' as PersonId;
const cardNumber = '202610000019' as CardNumber;
const front = { id: 'front' as PaperId, kind: 'card-front', cardNumber } as const;
const back = { id: 'back' as PaperId, kind: 'card-back', cardNumber } as const;

const job = (paperId: PaperId, kind: PrintJob['kind'], state: PrintJob['state']): PrintJob => ({
  id: paperId as string as JobId,
  paperId,
  kind,
  title: '',
  printer: 'folder',
  state,
  queuedAt: '2026-11-25T02:00:00.000Z',
});
const backDone = job(back.id, 'card-back', 'done');

/** A counter that printed both sides of one card, as far as a made card asks of it. */
function counterWith(jobs: PrintJob[], intents: PaperId[] = []): { counter: OpenCounter; made: () => number } {
  let made = 0;
  const records = {
    get: async (kind: string, id: string) =>
      kind === 'paper'
        ? { id, personId, subject: { kind: 'card-back', cardNumber } }
        : { state: made === 0 ? 'to-make' : 'made' },
  };
  const counter = {
    records,
    ledger: { papersOf: () => [front, back] },
    printQueue: { list: () => jobs },
    files: { read: async (name: string) => (intents.some((id) => name.endsWith(`/${id}`)) ? new Uint8Array() : undefined) },
    decisions: {
      record: async (_staff: unknown, _aggregates: unknown, decide: () => Promise<unknown>) => {
        await decide();
        made += 1;
      },
    },
  };
  return { counter: counter as unknown as OpenCounter, made: () => made };
}

test('a card is made when its back comes out, though the queue has long forgotten its front', async () => {
  const { counter, made } = counterWith([backDone]);
  await noteCardMade(counter, backDone);
  expect(made()).toBe(1);
});

test('a card whose front was cancelled, failed, or never reached the queue is not made', async () => {
  for (const state of ['failed', 'held', 'queued'] as const) {
    const { counter, made } = counterWith([job(front.id, 'card-front', state), backDone]);
    await noteCardMade(counter, backDone);
    expect(made(), state).toBe(0);
  }
  const { counter, made } = counterWith([backDone], [front.id]);
  await noteCardMade(counter, backDone);
  expect(made()).toBe(0);
});
