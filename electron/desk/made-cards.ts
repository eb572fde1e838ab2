import type { PrintJob } from '../../shared/contract/desk.ts';
import { isCardSide } from '../../shared/domain/paper/printed-paper.ts';
import type { OpenCounter } from './open-counter.ts';

/** A card is made (已制) when both of its sides have come out of the printer. Safe to call again for the same job. */
export async function noteCardMade(counter: OpenCounter, job: PrintJob): Promise<void> {
  if (!isCardSide(job.kind)) return;
  const paper = await counter.records.get('paper', job.paperId);
  const number = paper?.subject.cardNumber;
  if (!paper || number === undefined) return;
  const { personId } = paper;
  const voided = (await counter.records.get('card', number))?.voidedPapers ?? [];
  const done = new Set(counter.printQueue.list().flatMap(({ state, paperId }) => (state === 'done' ? [paperId] : [])));
  const isOut = (kind: PrintJob['kind']) =>
    counter.ledger
      .papersOf(personId)
      .some((one) => one.cardNumber === number && one.kind === kind && done.has(one.id) && !voided.includes(one.id));
  if (!isOut('card-front') || !isOut('card-back')) return;
  if ((await counter.records.get('card', number))?.state !== 'to-make') return;
  const aggregates = [`person:${personId}`];
  await counter.decisions
    .record(paper.printedBy, aggregates, async () => {
      const card = await counter.records.get('card', number);
      // The other side's job may have said so meanwhile.
      if (card?.state !== 'to-make') throw new AlreadyMade();
      return { kind: 'card.made', command: { jobId: job.id }, facts: { cardNumber: number, personId } };
    })
    .catch((error: unknown) => {
      if (!(error instanceof AlreadyMade)) throw error;
    });
}

class AlreadyMade extends Error {}
