import type { PrintJob } from '../../shared/contract/paper-calls.ts';
import { isCardSide, type PaperKind, type PrintedPaper } from '../../shared/domain/paper/printed-paper.ts';
import type { OpenCounter } from './open-counter.ts';
import { printIntentFile } from './papers.ts';

/** A card is made (已制) when both of its sides have come out of the printer. Safe to call again for the same job. */
export async function noteCardMade(counter: OpenCounter, job: PrintJob): Promise<void> {
  if (!isCardSide(job.kind)) return;
  const paper = await counter.records.get('paper', job.paperId);
  const number = paper?.subject.cardNumber;
  const personId = paper?.personId;
  if (!paper || number === undefined || personId === undefined) return;
  if (!(await isOut(counter, paper, 'card-front')) || !(await isOut(counter, paper, 'card-back'))) return;
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

/** The queue forgets old jobs, of done ones alone: of a batch of hundreds, the fronts may be forgotten before their backs are printed. */
async function isOut(counter: OpenCounter, { personId, subject }: PrintedPaper, kind: PaperKind): Promise<boolean> {
  const states = new Map(counter.printQueue.list().map(({ paperId, state }) => [paperId, state]));
  const { cardNumber } = subject;
  if (!personId) return false;
  const card = cardNumber && (await counter.records.get('card', cardNumber));
  // What was spoilt (作废) came out, too, and makes no card.
  const spoilt = card ? (card.voidedPapers ?? []) : [];
  const sides = counter.ledger
    .papersOf(personId)
    .filter((one) => one.cardNumber === cardNumber && one.kind === kind && !spoilt.includes(one.id));
  for (const { id } of sides) {
    const state = states.get(id);
    if (state === 'done' || (state === undefined && !(await counter.files.read(printIntentFile(id))))) return true;
  }
  return false;
}

class AlreadyMade extends Error {}
