import fc, { type Arbitrary } from 'fast-check';
import { PrintingError } from '../../electron/printing/printing-error.ts';
import { holdOpenJobs, JobFile } from '../../electron/printing/queue/job-file.ts';
import { loadSnapshot } from '../../electron/records/ledger-snapshot.ts';
import type { SealedFiles } from '../../electron/vault/sealed-file.ts';
import { openStubDesk, type StubDesk } from '../security/stub-desk.ts';
import { changed, crashed, type FuzzTarget, type Verdict } from './fuzz-target.ts';
import { mutatedText } from './mutated-bytes.ts';

interface Input {
  readonly what: 'settings' | 'drafts' | 'form' | 'queue' | 'old queue' | 'snapshot';
  readonly text: string;
}

const id = '019a0000-0000-7000-8000-000000000001';
const settings = '{"hiddenColumns":{"matters":["tier","status"]}}';
const draft = JSON.stringify({ id, title: '王敏', savedAt: '2026-11-25T01:00:00Z', clerks: [id], fields: { name: '王敏' } });
const job = {
  id,
  paperId: id,
  kind: 'card-front',
  title: '人才卡',
  printer: 'folder',
  state: 'queued',
  queuedAt: '2026-11-25T01:00:00Z',
};
const media = { widthMm: 85.6, heightMm: 54 };
const printing = { pdfSha256: '0'.repeat(64), fileName: 'card.pdf', media, sides: 'one', copies: 1, told: false };
const queue = JSON.stringify({ schema: 1, jobs: [{ ...job, ...printing }] });

/** What small sealed files say, as another program or a bug may have left it: under a seal that holds, and yet not what this program writes. */
export async function keptTarget(): Promise<FuzzTarget<Input>> {
  const desk = openStubDesk();
  const shapes: Arbitrary<string> = fc.oneof(mutatedText(settings, draft, queue), fc.json({ maxDepth: 5 }), fc.string());
  return {
    inputs: fc.record({ what: fc.constantFrom(...whats), text: shapes }),
    run: async ({ what, text }) => {
      desk.bugs.length = 0;
      desk.acts.length = 0;
      desk.kept.text = text;
      const verdict = await verdictOf(() => reads[what](desk, text));
      if (desk.bugs.length > 0) return crashed(desk.bugs[0]);
      return desk.acts.length > 0 ? changed(desk.acts.join()) : verdict;
    },
    close: async () => desk.close(),
  };
}

const reads: Record<Input['what'], (desk: StubDesk, text: string) => Promise<unknown>> = {
  settings: (desk) => desk.client.deskSettings.get(),
  drafts: (desk) => desk.client.drafts.list(),
  form: (desk) => desk.client.recognitions.keptForm({ personId: id, form: 'receive' } as never),
  queue: (_, text) => JobFile.load({ store: readOnly(text), onChange: () => {}, onTrouble: () => {} }),
  'old queue': async (_, text) => holdOpenJobs(Buffer.from(text)),
  // It never throws: all that is in it can be made anew.
  snapshot: (_, text) => loadSnapshot({ read: async () => Buffer.from(text) } as unknown as SealedFiles),
};
const whats = Object.keys(reads) as Input['what'][];

function readOnly(text: string) {
  const save = async () => {
    throw new Error('a queue that was only to be read was written');
  };
  return { load: async () => Buffer.from(text), save };
}

async function verdictOf(ask: () => Promise<unknown>): Promise<Verdict> {
  try {
    const answer = await ask();
    return typeof answer === 'object' && answer !== null && 'missing' in answer ? 'refused' : 'answered';
  } catch (error) {
    return error instanceof PrintingError && error.code === 'queue-unreadable' ? 'refused' : crashed(error);
  }
}
