import { v7 } from 'uuid';
import type { OpenCounter } from '../../electron/desk/open-counter.ts';
import type { Sha256Hex } from '../../shared/domain/ids.ts';
import { policyPack } from '../../shared/domain/policy/pack.ts';
import { readText } from '../architecture/source-files.ts';

/** What every sealed file says, where it isn't undefined. */
export interface Kept {
  text: string | undefined;
}

const none = () => [];
const stubPaper = { pdf: new Uint8Array(), pages: 1, widthMm: 210, heightMm: 297 };
const office = { name: '云谷', nameEn: 'Cloud Valley', address: '', enquiryPhone: '', supervisionPhone: '' };

/** Knows nobody. */
const stubLedger: OpenCounter['ledger'] = {
  findPersonByIdKey: () => undefined,
  findPerson: () => undefined,
  redactedOn: () => undefined,
  everybody: none,
  requestsOf: none,
  request: () => undefined,
  openRequests: none,
  peopleCount: () => 0,
  findPeople: none,
  openBatches: none,
  recentPeople: none,
  findEmployers: none,
  recognitionsOf: none,
  cardsOf: none,
  findCardHolder: () => undefined,
  liveCard: () => undefined,
  papersOf: none,
  papersNamed: none,
  historyOf: none,
  openRecognitions: none,
  recognitionInForce: () => undefined,
  findRecognitionByCertificate: () => undefined,
  uncarded: none,
  cardsToMake: none,
  cardsToHandOver: none,
  staff: () => undefined,
  matters: none,
  unsettledApprovals: none,
  staffList: none,
  blocks: none,
  counter: () => ({
    deviceId: 'stub',
    code: 'T01',
    trial: true,
    office,
    cardKey: { kty: 'OKP', crv: 'Ed25519', x: '', kid: '' },
  }),
  countsOn: () => ({ registered: 0, recognised: 0, cards: 0, papers: 0, advised: 0 }),
};

function stubAudit(acts: string[]): OpenCounter['audit'] {
  return {
    find: async () => [],
    state: () => ({ headSeq: 0, anchored: { seq: 0, kid: '' }, index: { done: 0, of: 0 }, check: { state: 'none' } }),
    beginCheck: () => void acts.push('check begun'),
  };
}

function stubBackup(acts: string[]): OpenCounter['backup'] {
  return {
    state: async () => ({ dailyAt: '18:00' }),
    places: async () => [],
    choose: async () => void acts.push('backup place chosen'),
    make: async () => {
      acts.push('backup made');
      return { at: '2026-11-25T01:00:00Z', headSeq: 0, path: '/', files: 0, bytes: 0, copiedBytes: 0 };
    },
    cancel: () => void acts.push('backup cancelled'),
    age: () => ({ lastAt: undefined, daysOld: undefined, late: false }),
  };
}

function stubFiles(act: (name: string) => () => Promise<void>, kept: Kept): OpenCounter['files'] {
  const read = async () => (kept.text === undefined ? undefined : Uint8Array.from(Buffer.from(kept.text)));
  const list = async (prefix: string) => (kept.text === undefined ? [] : [`${prefix}one`]);
  return { read, readIfWhole: read, write: act('file written'), remove: act('file removed'), list };
}

function stubDecisions(acts: string[]): OpenCounter['decisions'] {
  return {
    record: async (staffId, _aggregates, decide) => {
      const decision = await decide();
      acts.push(`decided ${decision.kind}`);
      const at = { wall: '2026-11-25T01:00:00Z', monotonicMs: 0, boot: 'stub' };
      const header = { v: 1 as const, id: v7() as never, staffId, event: null, at, pack: null, rules: 1, localOnly: false };
      return { seq: 1, entry: { ...header, ...decision } as never };
    },
  };
}

type Act = (name: string) => () => Promise<void>;

function stubPrinting(act: Act): Pick<OpenCounter, 'printQueue' | 'renderer' | 'printer'> {
  return {
    printQueue: {
      add: async () => {
        await act('job added')();
        throw new Error('a stub prints nothing');
      },
      list: none,
      retry: act('job retried'),
      cancel: act('job cancelled'),
    },
    renderer: { render: () => stubPaper, renderAll: () => stubPaper },
    printer: { name: 'folder', state: async () => ({ state: 'ready' }) },
  };
}

/** The counter that knows nobody, and notes by name whatever would change it. */
export function stubCounter(acts: string[], kept: Kept): OpenCounter {
  const pack = policyPack.parse(JSON.parse(readText('resources/policy/pack.json')));
  const act = (name: string) => async () => void acts.push(name);
  return {
    ledger: stubLedger,
    records: { get: async () => undefined },
    packs: { current: () => pack, get: () => pack, refused: () => undefined },
    decisions: stubDecisions(acts),
    directory: { search: none },
    audit: stubAudit(acts),
    journal: { readEntry: async () => undefined, headSeq: () => 0, newestAt: () => undefined },
    numbers: {
      take: () => {
        acts.push('number taken');
        return { number: '202610000017', blockId: 'stub' };
      },
      left: () => 0,
    },
    notePrintDiffers: () => undefined,
    backup: stubBackup(acts),
    notices: none,
    cardKey: { sign: async () => ({ kid: '', token: '' }) },
    readCardText: async () => ({ result: 'not-ours', reason: 'not-a-card' }),
    attachments: {
      put: async () => {
        acts.push('attachment put');
        return '0'.repeat(64) as Sha256Hex;
      },
      get: async () => new Uint8Array(),
      has: async () => true,
    },
    files: stubFiles(act, kept),
    staffKeys: {
      has: () => false,
      isSample: () => false,
      check: () => {},
      give: act('PIN given'),
      change: act('PIN changed'),
      remove: act('access ended'),
    },
    dataKey: { epoch: 1, progress: undefined, begin: act('data key replaced'), afterLeaving: act('data key replaced') },
    syncLimit: () => undefined,
    ...stubPrinting(act),
    tickets: { hold: () => undefined },
    central: { echoedUpTo: () => 0, pushedUpTo: () => 0 },
    redaction: { finish: act('redaction finished') },
  };
}
