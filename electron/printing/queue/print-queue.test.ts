import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PrintJob, printJob } from '../../../shared/contract/paper-calls.ts';
import type { JobId, PaperId, Sha256Hex } from '../../../shared/domain/ids.ts';
import { createFolderSpooler } from '../spooler/folder-spooler.ts';
import { type Spooler, SpoolerFailure, type SpoolerState } from '../spooler/spooler.ts';
import { createPrintQueue, type PrintQueueOptions, type PrintRequest } from './print-queue.ts';

const idOf = (n: number) => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}` as JobId;
const request = (n: number, more: Partial<PrintRequest> = {}): PrintRequest => ({
  jobId: idOf(n),
  paperId: idOf(900 + n) as string as PaperId,
  kind: 'receipt-received',
  title: `收件凭证 ${n}`,
  fileName: `收件凭证-${n}`,
  printer: 'folder',
  pdf: Buffer.from(`%PDF ${n}`),
  media: { widthMm: 210, heightMm: 297 },
  sides: 'one',
  copies: 1,
  ...more,
});

/** A printer whose answers the test gives. */
function printer(more: Partial<Spooler> = {}): Spooler & { says: SpoolerState; sent: JobId[] } {
  const spooler: Spooler & { says: SpoolerState; sent: JobId[] } = {
    says: { state: 'done' },
    sent: [],
    listPrinters: async () => [],
    submit: async (_, job) => ({ ref: String(spooler.sent.push(job.jobId)) }),
    findSubmitted: async () => 'unknown',
    jobState: async () => spooler.says,
    cancel: async () => true,
    ...more,
  };
  return spooler;
}

function shop(spooler: Spooler, more: Partial<PrintQueueOptions> = {}) {
  const papers = new Map<string, Uint8Array>();
  const disk = { bytes: undefined as Uint8Array | undefined, full: false, saves: 0 };
  const changes: PrintJob[] = [];
  const troubles: unknown[] = [];
  const options: PrintQueueOptions = {
    store: {
      load: async () => disk.bytes,
      save: async (bytes) => {
        if (disk.full) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        disk.saves += 1;
        disk.bytes = bytes;
      },
    },
    pdfs: {
      put: async (pdf) => {
        const sha256 = createHash('sha256').update(pdf).digest('hex') as Sha256Hex;
        papers.set(sha256, pdf);
        return sha256;
      },
      get: async (sha256) => papers.get(sha256) ?? Promise.reject(new Error('no such paper')),
    },
    spooler,
    clock: { nowMs: () => Date.parse('2026-03-01T08:00:00Z'), wait: () => breathe() },
    newId: () => idOf(77),
    onChange: (job) => changes.push(printJob.parse(job)),
    onTrouble: (error) => troubles.push(error),
    ...more,
  };
  return { options, disk, papers, changes, troubles, open: () => createPrintQueue(options) };
}

const until = async (holds: () => boolean) => {
  for (let n = 0; n < 1_000 && !holds(); n += 1) await breathe();
  expect(holds()).toBe(true);
};

describe('the print queue', () => {
  test('takes a paper through all its states, in order, and says so each time', async () => {
    const done: JobId[] = [];
    const { open, changes } = shop(printer(), { onDone: (job) => void done.push(job.id) });
    const queue = await open();
    expect(await queue.add(request(1))).toMatchObject({ id: idOf(1), state: 'queued', queuedAt: '2026-03-01T08:00:00.000Z' });
    await queue.idle();
    expect(changes.map((job) => job.state)).toEqual(['queued', 'submitted', 'submitted', 'done']);
    expect(queue.list()).toEqual([{ ...changes.at(-1) }]);
    expect(done).toEqual([idOf(1)]);
  });

  test('a stopped printer shows its reason, goes on by itself, and lets other printers work', async () => {
    const spooler = printer();
    const { open } = shop(spooler);
    const queue = await open();
    spooler.says = { state: 'printing', reason: 'media-empty' };
    await queue.add(request(1, { printer: 'cards' }));
    await queue.add(request(2, { printer: 'cards' }));
    await until(() => queue.list()[0]?.reason === 'media-empty');
    await queue.add(request(3));
    await until(() => spooler.sent.includes(idOf(3)));
    expect(queue.list().map((job) => job.state)).toMatchObject(['printing', 'queued', expect.anything()]);
    spooler.says = { state: 'done' };
    await queue.idle();
    expect(queue.list().map((job) => [job.state, job.reason])).toEqual([
      ['done', undefined],
      ['done', undefined],
      ['done', undefined],
    ]);
  });

  test('a printer that refuses fails the job with its reason, and the next one still has its turn', async () => {
    const refused = new Set([idOf(1)]);
    const spooler = printer();
    const submit = spooler.submit;
    spooler.submit = async (pdf, job) =>
      refused.has(job.jobId) ? Promise.reject(new SpoolerFailure('unreachable')) : submit(pdf, job);
    const { open } = shop(spooler);
    const queue = await open();
    await Promise.all([queue.add(request(1)), queue.add(request(2))]);
    await queue.idle();
    expect(queue.list().map((job) => [job.state, job.reason])).toEqual([
      ['failed', 'unreachable'],
      ['done', undefined],
    ]);
    refused.clear();
    await queue.retry(idOf(1));
    await queue.idle();
    expect(queue.list()[0]).toMatchObject({ state: 'done' });
    expect(spooler.sent).toEqual([idOf(2), idOf(1)]);
  });

  test('a spooler that breaks is asked afterwards; what nobody can tell is held for a word', async () => {
    const spooler = printer({ submit: () => Promise.reject(new TypeError('bug')) });
    const { open, troubles } = shop(spooler);
    const queue = await open();
    await queue.add(request(1));
    await queue.idle();
    expect(queue.list()[0]).toMatchObject({ state: 'held', reason: 'outcome-unknown' });
    spooler.findSubmitted = async () => 'not-submitted';
    await queue.retry(idOf(1));
    await queue.idle();
    expect(queue.list()[0]).toMatchObject({ state: 'failed', reason: 'stopped' });
    expect(troubles).toHaveLength(2);
  });

  test('a job that can not be saved is not taken, and nothing of it stays', async () => {
    const spooler = printer();
    const { open, disk } = shop(spooler);
    const queue = await open();
    disk.full = true;
    await expect(queue.add(request(1))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(queue.list()).toEqual([]);
    disk.full = false;
    await queue.add(request(2));
    await queue.idle();
    expect(spooler.sent).toEqual([idOf(2)]);
  });

  test('nothing is sent to a printer before it is written down that it will be', async () => {
    const spooler = printer();
    const { open, disk, options } = shop(spooler);
    const get = options.pdfs.get;
    options.pdfs.get = async (sha256) => {
      disk.full = true;
      return get(sha256);
    };
    const queue = await open();
    await queue.add(request(1));
    await queue.idle();
    expect(spooler.sent).toEqual([]);
    expect(queue.list()[0]).toMatchObject({ state: 'failed', reason: 'not-saved' });
  });

  test('a paper whose bytes are gone fails so', async () => {
    const { open, papers, options } = shop(printer());
    const put = options.pdfs.put;
    options.pdfs.put = (pdf) => put(pdf).finally(() => papers.clear());
    const queue = await open();
    await queue.add(request(1));
    await queue.idle();
    expect(queue.list()[0]).toMatchObject({ state: 'failed', reason: 'paper-missing' });
  });

  test('cancelling takes out what waits, and what the printer lets go; what is done stays done', async () => {
    const spooler = printer();
    spooler.says = { state: 'waiting', reason: 'paused' };
    const { open } = shop(spooler);
    const queue = await open();
    for (const n of [1, 2]) await queue.add(request(n));
    await until(() => queue.list()[0]?.reason === 'paused');
    await queue.cancel(idOf(2));
    spooler.cancel = async () => false;
    await queue.cancel(idOf(1));
    expect(queue.list().map((job) => job.state)).toEqual(['submitted', 'failed']);
    spooler.cancel = async () => true;
    await queue.cancel(idOf(1));
    await queue.add(request(3));
    spooler.says = { state: 'done' };
    await queue.idle();
    await queue.cancel(idOf(3));
    expect(queue.list().map((job) => [job.state, job.reason])).toEqual([
      ['failed', 'cancelled'],
      ['failed', 'cancelled'],
      ['done', undefined],
    ]);
    expect(spooler.sent).toEqual([idOf(1), idOf(3)]);
  });

  test('a job cancelled while its bytes are fetched is never sent', async () => {
    const spooler = printer();
    const { open, options } = shop(spooler);
    const [get, gate] = [options.pdfs.get, Promise.withResolvers<void>()];
    options.pdfs.get = (sha256) => gate.promise.then(() => get(sha256));
    const queue = await open();
    await queue.add(request(1));
    await breathe();
    await queue.cancel(idOf(1));
    gate.resolve();
    await queue.idle();
    expect(queue.list()[0]).toMatchObject({ state: 'failed', reason: 'cancelled' });
    expect(spooler.sent).toEqual([]);
  });

  test('a job cancelled while it is being sent is taken back from the printer', async () => {
    const spooler = printer();
    const [submit, gate, taken] = [spooler.submit, Promise.withResolvers<void>(), [] as string[]];
    spooler.says = { state: 'waiting' };
    spooler.submit = (pdf, job) => gate.promise.then(() => submit(pdf, job));
    spooler.cancel = async (ref) => taken.push(ref) > 0;
    const queue = await shop(spooler).open();
    await queue.add(request(1));
    await until(() => queue.list()[0]?.state === 'submitted');
    const cancelling = queue.cancel(idOf(1));
    gate.resolve();
    await cancelling;
    await queue.idle();
    expect(queue.list()[0]).toMatchObject({ state: 'failed', reason: 'cancelled' });
    expect(taken).toEqual(['1']);
  });

  test('a late answer of the printer does not undo a cancelling', async () => {
    const spooler = printer();
    const [gate, asked] = [Promise.withResolvers<SpoolerState>(), Promise.withResolvers<void>()];
    spooler.jobState = () => {
      asked.resolve();
      return gate.promise;
    };
    const queue = await shop(spooler).open();
    await queue.add(request(1));
    await asked.promise;
    await queue.cancel(idOf(1));
    gate.resolve({ state: 'done' });
    await queue.idle();
    expect(queue.list()[0]).toMatchObject({ state: 'failed', reason: 'cancelled' });
  });

  test('an unknown job is refused; retrying one that is done does nothing', async () => {
    const spooler = printer();
    const queue = await shop(spooler).open();
    await expect(queue.retry(idOf(9))).rejects.toMatchObject({ code: 'not-found' });
    await expect(queue.cancel(idOf(9))).rejects.toMatchObject({ code: 'not-found' });
    await queue.add(request(1));
    await queue.idle();
    await queue.retry(idOf(1));
    await queue.idle();
    expect(spooler.sent).toHaveLength(1);
  });

  test('a file that can not be read stops the queue, and is not taken for an empty one', async () => {
    for (const bytes of [
      Buffer.from('{'),
      Buffer.from('{"schema":2,"jobs":[]}'),
      Buffer.from([0xff]),
      Buffer.from('{"schema":1,"jobs":[{}]}'),
    ]) {
      const { open, disk } = shop(printer());
      disk.bytes = bytes;
      await expect(open()).rejects.toThrow();
      expect(disk.saves).toBe(0);
    }
  });

  test('a listener that fails hears again at the next start', async () => {
    const heard: string[] = [];
    const { open, options, troubles } = shop(printer(), { onDone: () => Promise.reject(new Error('not now')) });
    const queue = await open();
    await queue.add(request(1));
    await queue.idle();
    await queue.close();
    expect(troubles).toHaveLength(1);
    const again = await createPrintQueue({ ...options, onDone: (job) => void heard.push(job.id) });
    await again.idle();
    await (await open()).idle();
    expect(heard).toEqual([idOf(1)]);
  });

  test('of finished jobs the last three hundred are remembered, and every open one', async () => {
    const spooler = printer();
    const { open, disk } = shop(spooler);
    const queue = await open();
    await queue.add(request(0));
    await queue.idle();
    for (let n = 1; n <= 305; n += 1) await queue.add(request(n));
    await queue.idle();
    spooler.says = { state: 'waiting' };
    await queue.add(request(400));
    expect(queue.list().length).toBeLessThanOrEqual(302);
    expect(queue.list().at(-1)?.id).toBe(idOf(400));
    await queue.close();
    expect(JSON.parse(Buffer.from(disk.bytes ?? []).toString()).jobs.at(-1)).toMatchObject({ id: idOf(400), told: false });
  });

  test('closing stops watching at once, and the next start goes on', async () => {
    const spooler = printer();
    spooler.says = { state: 'printing' };
    const { open, options } = shop(spooler, { clock: { nowMs: () => 0, wait: () => new Promise(() => undefined) } });
    const queue = await open();
    await queue.add(request(1));
    await until(() => queue.list()[0]?.state === 'printing');
    await queue.close();
    spooler.says = { state: 'done' };
    const again = await createPrintQueue(options);
    await again.idle();
    expect(again.list()[0]?.state).toBe('done');
    expect(spooler.sent).toEqual([idOf(1)]);
  });
});

describe('the print queue with the folder printer', () => {
  let base = '';
  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'print-queue-'));
  });
  afterEach(() => rm(base, { recursive: true, force: true }));
  const folder = () => createFolderSpooler({ folder: () => join(base, 'papers'), userData: join(base, 'data') });

  test('fifty papers come out as fifty files, each once', async () => {
    const queue = await shop(folder()).open();
    await Promise.all(Array.from({ length: 50 }, (_, n) => queue.add(request(n))));
    await queue.idle();
    expect(await readdir(join(base, 'papers'))).toHaveLength(50);
    expect(queue.list().every((job) => job.state === 'done' && job.file?.startsWith(base))).toBe(true);
  });

  test('a paper that had landed before the program was killed is found again and not printed twice', async () => {
    const { options, open } = shop(folder());
    const killed = await createPrintQueue({
      ...options,
      spooler: {
        ...folder(),
        submit: (pdf, job) =>
          folder()
            .submit(pdf, job)
            .then(() => new Promise(() => undefined)),
      },
    });
    await killed.add(request(1));
    await until(() => killed.list()[0]?.state === 'submitted');
    for (let files: string[] = []; files.length === 0; await breathe())
      files = await readdir(join(base, 'papers')).then(
        (all) => all.filter((name) => name.endsWith('.pdf')),
        () => [],
      );
    const queue = await open();
    await queue.idle();
    expect(queue.list()[0]).toMatchObject({ state: 'done' });
    expect(await readdir(join(base, 'papers'))).toHaveLength(1);
  });

  test('a folder that has become a file fails the job, and it prints after a word when the folder is back', async () => {
    const queue = await shop(folder()).open();
    await writeFile(join(base, 'papers'), '');
    await queue.add(request(1));
    await queue.idle();
    expect(queue.list()[0]).toMatchObject({ state: 'failed', reason: 'not-writable' });
    await rm(join(base, 'papers'));
    await queue.retry(idOf(1));
    await queue.idle();
    expect(queue.list()[0]).toMatchObject({ state: 'done' });
  });
});
