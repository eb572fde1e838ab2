import type { JobId, PaperId, Sha256Hex } from '../../shared/domain/ids.ts';
import type { PaperSubject, PrintedPaper } from '../../shared/domain/paper/printed-paper.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { getPaperDefinition } from '../../shared/paper/registry.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskRoom, OpenCounter, RenderedPaper } from './open-counter.ts';
import { getPaperSource, renderPaper } from './paper-source.ts';

/** Papers: shown as they will be printed, printed through the queue, reprinted as they were. */
export function paperCalls(room: DeskRoom, sha256: (bytes: Uint8Array) => Sha256Hex) {
  const calls = deskCalls.papers;
  /** Papers on their way from the press of the key to the queue. */
  const underWay = new Set<PaperId>();
  return {
    preview: calls.preview.handler(async ({ input }) => {
      const { values: whole, ...source } = await getPaperSource(room, input);
      const { covered } = source.definition;
      const values = covered?.(whole) ?? whole;
      const { pdf, pages, widthMm, heightMm } = await renderPaper(room.counter(), { ...source, values });
      const blob = new Blob([new Uint8Array(pdf)], { type: 'application/pdf' });
      return { pdf: blob, title: source.definition.title.zh, pages, widthMm, heightMm, ...(covered && { covered: true }) };
    }),

    print: calls.print.handler(async ({ input: { reprintReason, ...subject } }) => {
      const paperId = room.newId() as PaperId;
      underWay.add(paperId);
      try {
        const stranded = reprintReason ? undefined : await findStranded(room, subject, { underWay, sha256 });
        const printed = stranded ?? (await recordPrint(room, { paperId, subject, reprintReason, sha256 }));
        return { paperId: printed.paperId, jobId: await enqueue(room.counter(), printed) };
      } finally {
        underWay.delete(paperId);
      }
    }),

    jobs: calls.jobs.handler(() => [...room.counter().printQueue.list()]),
    retry: calls.retry.handler(async ({ input }) => {
      await room.counter().printQueue.retry(input.jobId);
      return {};
    }),
    cancel: calls.cancel.handler(async ({ input }) => {
      await room.counter().printQueue.cancel(input.jobId);
      return {};
    }),
  };
}

interface PrintCommand {
  paperId: PaperId;
  subject: PaperSubject;
  reprintReason: string | undefined;
  sha256(bytes: Uint8Array): Sha256Hex;
}

interface Printed {
  paperId: PaperId;
  kind: PaperSubject['kind'];
  number: string;
  rendered: RenderedPaper;
}

/** Journals the paper with every value on it, and its hash; from then on it must come out of the printer, once. */
async function recordPrint(room: DeskRoom, { paperId, subject, reprintReason, sha256 }: PrintCommand): Promise<Printed> {
  const counter = room.counter();
  const { printer } = counter;
  const { state, reason } = await printer.state();
  if (state === 'stopped') refuse('printer-unavailable', { printer: printer.name, reason: reason ?? 'stopped' });
  const staffId = room.staff().id;
  const { aggregate } = await getPaperSource(room, subject);
  const made: { number: string; rendered: RenderedPaper }[] = [];
  await counter.decisions.record(staffId, [aggregate], async () => {
    const source = await getPaperSource(room, subject);
    const { earlier, layout, values, number, personId, today } = source;
    // Pressed twice, a print is not a second paper: what was printed before needs a person's reason.
    if (earlier && !reprintReason) refuse('bad-input', { fields: [{ path: 'reprintReason', code: 'required' }] });
    const rendered = await renderPaper(counter, source);
    const paper: PrintedPaper = {
      id: paperId,
      version: 1,
      subject,
      ...(personId && { personId }),
      layout,
      values,
      pdfSha256: sha256(rendered.pdf),
      printedOn: today,
      printedBy: staffId,
      ...(earlier && reprintReason && { reprint: { of: earlier.id, reason: reprintReason } }),
    };
    await counter.files.write(printIntentFile(paperId), new TextEncoder().encode(JSON.stringify({ number })));
    made.push({ number, rendered });
    return { kind: 'paper.printed', command: { subject, ...(reprintReason && { reprintReason }) }, facts: { paper } };
  });
  const [first] = made;
  if (!first) throw new Error('a paper was recorded that was never made');
  return { paperId, kind: subject.kind, ...first };
}

/** A paper that is journaled and not yet in the queue: noted before its entry, so that a kill in between loses no paper. */
const intentPrefix = 'print-intent/';
export const printIntentFile = (paperId: PaperId) => `${intentPrefix}${paperId}`;

export async function unqueuedPapers({ files }: Pick<OpenCounter, 'files'>): Promise<PaperId[]> {
  return (await files.list(intentPrefix)).map((name) => name.slice(intentPrefix.length) as PaperId);
}

/**
 * A first print that was journaled, and then could not be queued (a full disk): pressing the key again takes up that very paper. As a
 * reprint the only copy in the person's hand would bear 补打, and the first one would still come out after the next start.
 */
async function findStranded(
  room: DeskRoom,
  subject: PaperSubject,
  { underWay, sha256 }: Pick<PrintCommand, 'sha256'> & { underWay: ReadonlySet<PaperId> },
): Promise<Printed | undefined> {
  const counter = room.counter();
  const { earlier, number } = await getPaperSource(room, subject);
  if (!earlier || underWay.has(earlier.id) || !(await counter.files.read(printIntentFile(earlier.id)))) return undefined;
  const rendered = await renderAsRecorded(counter, earlier, sha256);
  return rendered && { paperId: earlier.id, kind: subject.kind, number, rendered };
}

/**
 * A journaled paper's bytes once more. Where they are no longer those of its entry, which another version of the program may bring
 * about, it isn't printed as that paper: it is told, and a person reprints it.
 */
async function renderAsRecorded(
  counter: OpenCounter,
  paper: PrintedPaper,
  sha256: PrintCommand['sha256'],
): Promise<RenderedPaper | undefined> {
  const { id, layout, values, reprint, pdfSha256 } = paper;
  const rendered = await counter.renderer.render({ layout, values, marks: { reprint: reprint !== undefined } });
  if (sha256(rendered.pdf) === pdfSha256) return rendered;
  counter.notePrintDiffers();
  await counter.files.remove(printIntentFile(id));
  return undefined;
}

async function enqueue(counter: OpenCounter, { paperId, kind, number, rendered }: Printed): Promise<JobId> {
  const { pdf, widthMm, heightMm } = rendered;
  // The same id for paper and job: adding it again after a kill is then no second job.
  const jobId = paperId as string as JobId;
  await counter.printQueue.add({
    jobId,
    paperId,
    kind,
    title: [getPaperDefinition(kind).title.zh, number].join(' ').trim(),
    printer: counter.printer.name,
    pdf,
    fileName: number === '' ? kind : `${kind}-${number}`,
    media: { widthMm, heightMm },
    sides: 'one',
    copies: 1,
  });
  await counter.files.remove(printIntentFile(paperId));
  return jobId;
}

/** After a start: papers whose entry is in the journal, but which a kill kept from the queue. Their bytes come out the same again. */
export async function recoverPrints(counter: OpenCounter, sha256: PrintCommand['sha256']): Promise<void> {
  for (const paperId of await unqueuedPapers(counter)) {
    const name = printIntentFile(paperId);
    const paper = await counter.records.get('paper', paperId);
    const intent = await counter.files.read(name);
    if (!paper || !intent) {
      // Killed before the entry was durable: nobody was told that it is printed.
      await counter.files.remove(name);
      continue;
    }
    const { number } = JSON.parse(new TextDecoder().decode(intent)) as { number: string };
    const rendered = await renderAsRecorded(counter, paper, sha256);
    if (rendered) await enqueue(counter, { paperId, kind: paper.subject.kind, number, rendered });
  }
}
