import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { JobId, Sha256Hex } from '../../shared/domain/ids.ts';
import type { ChangeFeed } from '../desk/change-feed.ts';
import { noteCardMade } from '../desk/made-cards.ts';
import type { OpenCounter } from '../desk/open-counter.ts';
import { printIntentFile, recoverPrints } from '../desk/papers.ts';
import type { Host } from '../host/host.ts';
import { PrintingError } from '../printing/printing-error.ts';
import { holdOpenJobs } from '../printing/queue/job-file.ts';
import { createPrintQueue } from '../printing/queue/print-queue.ts';
import { createRenderer } from '../printing/render-paper.ts';
import { createFolderSpooler, folderPrinter } from '../printing/spooler/folder-spooler.ts';
import type { CounterClock } from './counter-clock.ts';
import type { CounterRooms } from './counter-rooms.ts';
import type { ProgramLog } from './program-log.ts';

export interface PrintingOptions {
  readonly rooms: CounterRooms;
  readonly host: Host;
  readonly clock: CounterClock;
  readonly log: ProgramLog;
  readonly changes: ChangeFeed;
  newId(): string;
}

export interface Printing {
  readonly parts: Pick<OpenCounter, 'printQueue' | 'renderer' | 'printer' | 'notePrintDiffers'>;
  /** Begins once the counter is whole: papers that a kill kept from the queue go first. */
  start(counter: OpenCounter): Promise<void>;
  close(): Promise<void>;
}

const queueFile = 'print-queue';

/** The print queue over the folder printer. Jobs taken up from the last run wait until `start`. */
export async function openPrinting({ rooms, host, clock, log, changes, newId }: PrintingOptions): Promise<Printing> {
  const { promise: whole, resolve: begin } = Promise.withResolvers<OpenCounter>();
  if (await isQueueLost(rooms)) {
    rooms.notices.add('queue-lost');
    rooms.notices.delete('queue-changed');
  }
  const spooler = createFolderSpooler({ folder: () => host.paths.papers, userData: host.paths.userData });
  const queue = await createPrintQueue({
    store: { load: () => loadQueue(rooms), save: (bytes) => rooms.files.write(queueFile, bytes) },
    pdfs: {
      put: async (pdf) => (await rooms.attachments.put(pdf)).sha256,
      get: (sha256: Sha256Hex) => rooms.attachments.get(sha256),
    },
    spooler,
    clock: { nowMs: () => clock.nowMs(), wait: (ms) => wait(ms, undefined, { ref: false }) },
    newId: () => newId() as JobId,
    onChange: () => changes.tell(['job']),
    onDone: async (job) => noteCardMade(await whole, job),
    onTrouble: (error) => log.incident(error, 'the print queue'),
  });
  return {
    parts: {
      printQueue: queue,
      renderer: createRenderer({ resourcesDir: host.paths.resources, pictures: rooms.attachments }),
      notePrintDiffers: () => {
        rooms.notices.add('print-differs');
        log.incident(new PrintingError('paper-differs', 'a paper made once more is not that of its entry'), 'printing');
      },
      printer: {
        name: folderPrinter,
        state: async () => {
          const [printer] = await spooler.listPrinters();
          return printer ?? { state: 'stopped', reason: 'unreachable' };
        },
      },
    },
    start: async (counter) => {
      begin(counter);
      await recoverPrints(counter, (pdf) => createHash('sha256').update(pdf).digest('hex') as Sha256Hex);
    },
    close: () => queue.close(),
  };
}

/**
 * The queue as it was saved. Where the file is not the one that was saved last, what it says of open jobs is old: they may have come out
 * since, so they are held for a person's word, and nothing is printed a second time by itself.
 */
async function loadQueue({ files, notices }: CounterRooms): Promise<Uint8Array | undefined> {
  const bytes = await files.read(queueFile);
  return bytes && notices.has('queue-changed') ? holdOpenJobs(bytes) : bytes;
}

/** The queue's file is there from the first paper on, but for a first one that a kill kept from it: that one has its note yet. */
async function isQueueLost({ files, healed }: CounterRooms): Promise<boolean> {
  if (await files.read(queueFile)) return false;
  for (const { id } of healed.ledger.papers.values()) if (!(await files.read(printIntentFile(id)))) return true;
  return false;
}
