import type { BatchView } from '../../shared/contract/batch-calls.ts';
import type { BatchId } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { Batch } from '../../shared/domain/talent/batch.ts';
import { closeBatch, openBatch } from '../../shared/domain/talent/decide-batch.ts';
import { maskIdNumber, maskPhone } from '../../shared/domain/talent/masking.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskRoom } from './open-counter.ts';

/** 批量代收: an employer's agent hands in for several people. */
export function batchCalls(room: DeskRoom) {
  const calls = deskCalls.batches;
  return {
    open: calls.open.handler(async ({ input }) => {
      const { decisions, attachments } = room.counter();
      const { image } = input.authorisation;
      if (image && !(await attachments.has(image)))
        refuse('field-refused', { fields: [{ path: 'authorisation.image', code: 'required' }] });
      const { entry } = await decisions.record(room.staff().id, ['batches'], async () => ({
        kind: 'batch.opened',
        command: input,
        facts: openBatch(input, {
          open: await openBatches(room),
          newBatchId: room.newId() as BatchId,
          today: room.clock.today(),
          staffId: room.staff().id,
        }),
      }));
      if (entry.kind !== 'batch.opened') throw new Error('another entry came back');
      return { batchId: entry.facts.batch.id };
    }),

    list: calls.list.handler(async () =>
      (await openBatches(room)).map(({ id, employer, agent, expected, openedOn, openedBy, people }) => ({
        id,
        employer,
        agentName: agent.name,
        ...(expected !== undefined && { expected }),
        openedOn,
        openedBy: staffName(room, openedBy),
        count: people.length,
      })),
    ),

    get: calls.get.handler(async ({ input }) => viewBatch(room, await getBatch(room, input.batchId))),

    close: calls.close.handler(async ({ input: { batchId } }) => {
      await room.counter().decisions.record(room.staff().id, [`batch:${batchId}`], async () => ({
        kind: 'batch.closed',
        command: { batchId },
        facts: closeBatch(await getBatch(room, batchId), room.clock.today()),
      }));
      return {};
    }),
  };
}

/** Newest first. */
async function openBatches(room: DeskRoom): Promise<Batch[]> {
  const { ledger, records } = room.counter();
  const found = await Promise.all(ledger.openBatches().map((id) => records.get('batch', id)));
  return found.filter((one) => one !== undefined).reverse();
}

async function getBatch(room: DeskRoom, id: BatchId): Promise<Batch> {
  return (await room.counter().records.get('batch', id)) ?? refuse('not-found', { what: 'batch' });
}

const staffName = (room: DeskRoom, id: Batch['openedBy']) => room.counter().ledger.staff(id)?.name ?? '';

function viewBatch(room: DeskRoom, { version: _, agent, openedBy, people, ...batch }: Batch): BatchView {
  const { ledger } = room.counter();
  const { document, phone, name } = agent;
  return {
    ...batch,
    agent: {
      name,
      idKind: document.kind,
      maskedNumber: maskIdNumber(document.number),
      ...(phone && { maskedPhone: maskPhone(phone) }),
    },
    openedBy: staffName(room, openedBy),
    people: people.flatMap((personId) => {
      const person = ledger.findPerson(personId);
      if (!person) return [];
      const { name: called, idNumber, registeredOn } = person;
      return [{ personId, name: called, maskedIdNumber: maskIdNumber(idNumber), registeredOn }];
    }),
  };
}
