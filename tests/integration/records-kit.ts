import { createHash } from 'node:crypto';
import { RPCHandler } from '@orpc/server/message-port';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect } from 'vitest';
import { openJournal } from '../../electron/journal/open-journal.ts';
import { type Decision, Decisions } from '../../electron/records/decisions.ts';
import type { HealProgress } from '../../electron/records/heal-progress.ts';
import { Ledger } from '../../electron/records/ledger.ts';
import { type EntrySource, readEntries } from '../../electron/records/log-entries.ts';
import { type HealedRecords, type HealedRecordsOptions, openHealedRecords } from '../../electron/records/open-healed-records.ts';
import type { OpenedPage } from '../../electron/records/page-link.ts';
import type { RecordsTrouble } from '../../electron/records/records.ts';
import type { Row } from '../../shared/domain/entry.ts';
import { evolveRow, touched } from '../../shared/domain/evolve.ts';
import type {
  CardNumber,
  CertificateNumber,
  EntryId,
  MatterId,
  MatterNumber,
  PersonId,
  StaffId,
} from '../../shared/domain/ids.ts';
import type { PlainDate } from '../../shared/domain/plain-date.ts';
import type { Person } from '../../shared/domain/talent/person.ts';
import { journalOptions } from './journal-kit.ts';

// By a path that the compiler doesn't follow: the page's code is written against the browser's types, the tests against Node's.
const pageCode = '../../renderer/records/records-service.ts';
const { recordsService } = (await import(pageCode)) as {
  recordsService(indexedDb: object): ConstructorParameters<typeof RPCHandler>[0];
};

export const recordsKeys = { records: new Uint8Array(32).fill(7), tags: new Uint8Array(32).fill(8) };
export const staffId = id('staff', 1) as StaffId;
const today = '2026-03-02' as PlainDate;
const employers = ['内蒙古和林格尔云计算有限公司', '蒙草生态科技集团', '新区第一人民医院', '金山电池材料厂'];

/** A UUIDv7 that says what it stands for by its number, and sorts by it. */
export function id(kind: string, number: number): string {
  const hash = createHash('sha256').update(`${kind}/${number}`).digest('hex');
  const time = number.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}

export const personId = (number: number) => id('person', number) as PersonId;
export const matterId = (number: number) => id('matter', number) as MatterId;
export const cardNumber = (number: number) => String(260_000_000_000 + number * 10) as CardNumber;

export function person(number: number, changes: Partial<Person['identity']> = {}): Person {
  const place = String(number % 10_000).padStart(4, '0');
  return {
    id: personId(number),
    version: 1,
    registeredOn: today,
    document: { kind: 'resident-id', number: `15012319900101${place.slice(0, 3)}${place.slice(3)}` },
    identity: { name: `斯琴高娃${number}`, sex: '2', birthDate: '1990-01-01' as PlainDate, nationality: 'CHN', ...changes },
    employment: { employerName: employers[number % 4] ?? '', uscc: '91150100MA0N000000', engagement: 'full-time' },
    contact: { phone: `1381234${place}` },
  };
}

export const registered = (number: number): Decision => ({
  kind: 'talent.registered',
  command: {},
  facts: { person: person(number) },
});

/** The six entries that a walk-in with card leaves, from registration to the card that was made. */
export function walkIn(number: number): Decision[] {
  const received = {
    id: matterId(number),
    version: 1,
    number: cardNumber(number) as string as MatterNumber,
    kind: 'recognition' as const,
    personId: personId(number),
    team: 'talent',
    tier: 'D',
    route: 'own-review' as const,
    pack: 'sample@1',
    status: 'received' as const,
    receivedOn: today,
    receivedBy: staffId,
  };
  const grant = {
    by: { way: 'direct' as const, signedOffBy: staffId },
    grantedOn: today,
    validTo: '2029-03-01' as PlainDate,
    certificateNumber: cardNumber(number) as string as CertificateNumber,
  };
  const card = {
    number: cardNumber(number),
    version: 1,
    personId: personId(number),
    matterId: matterId(number),
    name: person(number).identity.name,
    team: 'talent',
    tier: 'D',
    pack: 'sample@1',
    state: 'to-make' as const,
    issuedOn: today,
    validTo: grant.validTo,
    kid: 'kid',
    token: 'TOKEN',
  };
  return [
    registered(number),
    { kind: 'recognition.received', command: {}, facts: { recognition: received, blockId: 'matters' } },
    {
      kind: 'recognition.granted',
      command: {},
      facts: { matterId: matterId(number), personId: personId(number), grant, blockId: 'certificates' },
    },
    { kind: 'card.issued', command: {}, facts: { card, blockId: 'cards' } },
    { kind: 'card.made', command: {}, facts: { cardNumber: card.number, personId: personId(number) } },
    { kind: 'id-number.uncovered', command: {}, facts: { personId: personId(number), reason: 'compared with the paper' } },
  ];
}

export const blocks: Decision[] = (['matter', 'certificate', 'card'] as const).map((series) => ({
  kind: 'number-block.granted',
  command: {},
  facts: { block: { id: `${series}s`, series, year: 2026, start: 1, end: 900_000, trial: true } },
}));

/** The vault's sealed files, in memory. */
export function memoryFiles() {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    read: async (name: string) => kept.get(name),
    write: async (name: string, bytes: Uint8Array) => {
      kept.set(name, Uint8Array.from(bytes));
    },
  };
}

/** Decisions that reached the journal and nothing else: what a kill between append and apply leaves. */
export async function appendOnly(dir: string, decisions: readonly Decision[]): Promise<void> {
  const journal = await openJournal(journalOptions(dir));
  const rows = new Map<string, Row>();
  const ledger = new Ledger();
  for await (const { entry, seq } of readEntries(journal, 1)) {
    const after = entry ? touched(entry).map((ref) => evolveRow(entry, ref, rows.get(ref.kind + ref.id)?.state)) : [];
    for (const row of after) rows.set(row.kind + row.id, row);
    if (entry) ledger.take({ seq, entry, rows: after });
  }
  const records = {
    get: async (kind: string, rowId: string) => rows.get(kind + rowId)?.state,
    apply: (batch: { rows: readonly Row[] }) => {
      for (const row of batch.rows) rows.set(row.kind + row.id, row);
    },
  };
  const decide = decisionsOf(journal, { records: records as never, ledger });
  // People are nobody's business but their own, so they may come all at once; other entries build on one another.
  const alone = decisions.every(({ kind }) => kind === 'talent.registered');
  if (alone) await Promise.all(decisions.map(decide));
  else for (const decision of decisions) await decide(decision);
  await journal.close();
}

interface FakeRequest {
  result: unknown;
  error: unknown;
  onsuccess: unknown;
  onerror: unknown;
}
interface FakeStore {
  getAll(): FakeRequest;
  clear(): FakeRequest;
  put(value: unknown): FakeRequest;
}
interface FakeDatabase {
  readonly objectStoreNames: Iterable<string>;
  transaction(name: string, mode?: string): { objectStore(name: string): FakeStore };
  close(): void;
}
/** The browser's types aren't here; this is what the tests do with the fake one. */
export interface FakeFactory {
  open(name: string, version?: number): FakeRequest & { addEventListener(type: string, listener: (event: object) => void): void };
  deleteDatabase(name: string): FakeRequest;
}

/** What lies in the fake database, to be put back later or changed behind the program's back. */
export async function dump(factory: FakeFactory): Promise<Record<string, unknown[]>> {
  const db = (await request(factory.open('records'))) as FakeDatabase;
  const stores: Record<string, unknown[]> = {};
  for (const name of db.objectStoreNames)
    stores[name] = (await request(db.transaction(name).objectStore(name).getAll())) as unknown[];
  db.close();
  return stores;
}

/** Puts these contents in place of what is there. */
export async function restore(factory: FakeFactory, stores: Record<string, unknown[]>): Promise<void> {
  const db = (await request(factory.open('records'))) as FakeDatabase;
  for (const [name, values] of Object.entries(stores)) {
    const store = db.transaction(name, 'readwrite').objectStore(name);
    await request(store.clear());
    for (const value of values) await request(store.put(value));
  }
  db.close();
}

function request(asked: FakeRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

/** Pages over one fake IndexedDB, in this process; `crash` loses the page that is open as a real one is lost. */
export class FakePages {
  factory: FakeFactory = new IDBFactory() as FakeFactory;
  opened = 0;
  /** The page does what it is asked and dies before it says so. */
  loseNextAnswer = false;
  crash: () => void = () => undefined;

  readonly open = async (): Promise<OpenedPage> => {
    this.opened += 1;
    const { port1, port2 } = new MessageChannel();
    const { factory } = this;
    new RPCHandler(recordsService({ factory, keyRange: IDBKeyRange })).upgrade(port2);
    const answer = port2.postMessage.bind(port2);
    port2.postMessage = (...message: Parameters<typeof answer>) => {
      if (!this.loseNextAnswer) return answer(...message);
      this.loseNextAnswer = false;
      this.crash();
    };
    port1.start();
    port2.start();
    const { promise: gone, resolve } = Promise.withResolvers<string>();
    this.crash = () => {
      port2.close();
      resolve('crashed');
    };
    return { port: port1 as never, gone, close: async () => port1.close() };
  };
}

export interface Office extends HealedRecords {
  readonly journal: Awaited<ReturnType<typeof openJournal>>;
  readonly troubles: RecordsTrouble[];
  readonly progress: HealProgress[];
  decide(decision: Decision): Promise<number>;
  /** Ends as a killed program does: nothing more is put or kept. */
  kill(): Promise<void>;
}

export interface OfficeOptions extends Partial<HealedRecordsOptions> {
  readonly dir: string;
  /** What the records see in the journal's place. */
  seen?(journal: Office['journal']): EntrySource;
}

/** Journal, records and decisions wired as the program has them. */
export async function openOffice({ dir, seen = (journal) => journal, ...changes }: OfficeOptions): Promise<Office> {
  const journal = await openJournal(journalOptions(dir));
  const troubles: RecordsTrouble[] = [];
  const progress: HealProgress[] = [];
  try {
    const opened = await openHealedRecords({
      page: () => Promise.reject(new Error('no page')),
      journal: seen(journal),
      keys: recordsKeys,
      epoch: 1,
      files: memoryFiles(),
      onProgress: (step) => progress.push(step),
      onTrouble: (trouble) => troubles.push(trouble),
      ...changes,
    });
    const decide = decisionsOf(journal, opened);
    const kill = async () => {
      await opened.records.close();
      await journal.close();
    };
    return { ...opened, journal, troubles, progress, decide, kill };
  } catch (error) {
    await journal.close();
    throw error;
  }
}

function decisionsOf(
  journal: Office['journal'],
  { records, ledger }: Pick<HealedRecords, 'records' | 'ledger'>,
): Office['decide'] {
  let entries = journal.headSeq;
  const decisions = new Decisions({
    journal,
    records,
    ledger,
    header: () => ({ at: { wall: '2026-03-02T01:00:00.000Z', monotonicMs: 1, boot: 'boot' }, event: null, pack: 'sample@1' }),
    newEntryId: () => id('entry', ++entries) as EntryId,
    onRecorded: () => undefined,
  });
  let lane = 0;
  return async (decision) => (await decisions.record(staffId, [`lane-${lane++ % 50}`], async () => decision)).seq;
}

/** Whether these people's rows are all there as they were decided, found by their numbers too, and a new row can be put beside them. */
export async function expectWhole({ records, decide }: Office, people: number): Promise<void> {
  for (let number = 1; number <= people; number++) {
    expect((await records.get('person', personId(number)))?.identity).toEqual(person(number).identity);
    expect(await records.get('recognition', matterId(number))).toMatchObject({ status: 'granted', version: 2 });
    expect(await records.get('card', cardNumber(number))).toMatchObject({ state: 'made', version: 2 });
    expect((await records.findCardByNumber(cardNumber(number)))?.personId).toBe(personId(number));
    expect((await records.findPersonByIdNumber(person(number).document.number))?.id).toBe(personId(number));
  }
  expect(await records.get('number-block', 'cards')).toMatchObject({ version: people + 1 });
  await decide(registered(9_000));
  await records.settled();
  expect(records.lost).toBe(false);
}
