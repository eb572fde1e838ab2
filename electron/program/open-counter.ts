import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Entry, type EntryHeader, parseEntry, type Row } from '../../shared/domain/entry.ts';
import { personOf } from '../../shared/domain/evolve.ts';
import type { EntryId, Sha256Hex } from '../../shared/domain/ids.ts';
import { findTier } from '../../shared/domain/policy/pack.ts';
import { cardReader } from '../credential/device-card-key.ts';
import type { ChangeFeed, ChangeNotice } from '../desk/change-feed.ts';
import { Numbers } from '../desk/numbers.ts';
import type { DeskFiles, OpenCounter } from '../desk/open-counter.ts';
import type { SignOffTickets } from '../desk/sign-off-tickets.ts';
import { tierName } from '../desk/tier-name.ts';
import type { Host } from '../host/host.ts';
import type { Journal } from '../journal/open-journal.ts';
import { PolicyPacks } from '../policy/policy-packs.ts';
import { Decisions, type Recorded } from '../records/decisions.ts';
import type { Ledger } from '../records/ledger.ts';
import type { SealedFiles } from '../vault/sealed-file.ts';
import type { Vault } from '../vault/vault.ts';
import { VaultError } from '../vault/vault-error.ts';
import type { CounterClock } from './counter-clock.ts';
import { type CounterRooms, openRooms, type RoomsOptions } from './counter-rooms.ts';
import { deskLedger } from './desk-ledger.ts';
import type { DiskGuard } from './disk-guard.ts';
import { getCardKey } from './enrolment.ts';
import { openPrinting, type Printing } from './open-printing.ts';
import type { ProgramLog } from './program-log.ts';
import { staffKeys } from './staff-keys.ts';
import { readTrial } from './trial.ts';

export interface CounterOptions {
  readonly vault: Vault;
  readonly host: Host;
  readonly clock: CounterClock;
  readonly log: ProgramLog;
  readonly changes: ChangeFeed;
  readonly tickets: SignOffTickets;
  readonly disk: DiskGuard;
  newId(): string;
  noteSaved(at: string): void;
  /** Sees each entry once it is durable: the demo and tests. */
  onEntry?(entry: Entry): void;
  onProgress: RoomsOptions['onProgress'];
}

export interface OpenedCounter {
  readonly counter: OpenCounter;
  /** Lets the printer come to a stop, puts what waits, keeps the ledger, closes journal and files. */
  close(): Promise<void>;
}

/** Opens a counter whose vault is open. Throws what a start stops for (stopped-start.ts), having changed nothing. */
export async function openCounter(options: CounterOptions): Promise<OpenedCounter> {
  let packs: PolicyPacks | undefined;
  const tierIn = (pack: string, team: string, tier: string) => packs && findTier(packs.get(pack), team, tier)?.tier.name.zh;
  const rooms = await openRooms({ ...options, tierName: tierIn, onNotice: () => options.changes.tell(['status']) });
  try {
    const core = await openCore(options, rooms);
    packs = core.packs;
    return await openDesk(options, rooms, core);
  } catch (error) {
    await rooms.close();
    throw error;
  }
}

async function openDesk(options: CounterOptions, rooms: CounterRooms, core: CounterCore): Promise<OpenedCounter> {
  const printing = await openPrinting({ ...options, rooms });
  const counter: OpenCounter = { ...core, ...printing.parts };
  try {
    await printing.start(counter);
  } catch (error) {
    await printing.close();
    throw error;
  }
  return {
    counter,
    close: async () => {
      // The queue first, since a card that has come out is journaled; then whatever is still being decided.
      await printing.close();
      await core.decisions.close();
      await rooms.close();
    },
  };
}

export type CounterCore = Omit<OpenCounter, keyof Printing['parts']> & { packs: PolicyPacks; decisions: Decisions };

async function openCore(options: CounterOptions, rooms: CounterRooms): Promise<CounterCore> {
  const { vault, host, clock, tickets, disk, newId } = options;
  const { journal, attachments, healed } = rooms;
  const { ledger, records, directory } = healed;
  const files = deskFiles(rooms.files, options);
  let packs: PolicyPacks | undefined;
  const header = () => ({ at: clock.at(), event: null, pack: packs ? reference(packs) : null });
  const decisions = new Decisions({
    journal,
    records,
    ledger,
    header,
    newEntryId: () => newId() as EntryId,
    needSpace: (kind) => disk.needFor(kind),
    onRecorded: (recorded, rows) => {
      // The journal's head, not this entry: entries that were written together share one, and a mark needs the chain of its own sequence.
      vault.noteMark('own', { seq: journal.headSeq, chain: journal.headChain });
      options.noteSaved(recorded.entry.at.wall);
      options.onEntry?.(recorded.entry);
      options.changes.tell(nounsOf(rows, recorded), personOf(recorded.entry));
    },
  });
  const cardKey = await getCardKey(options, { files, decisions, rooms });
  packs = await openPacks({ files, decisions, host, clock });
  needPacks(packs, ledger);
  const open = packs;
  const readText = cardReader([cardKey.publicJwk]);
  return {
    ledger: deskLedger(ledger),
    records,
    packs,
    decisions,
    directory,
    journal: { readEntry: (seq) => readEntry(journal, seq), headSeq: () => journal.headSeq, newestAt: () => ledger.newestAt },
    numbers: new Numbers(ledger),
    cardKey: {
      sign: (paper) => {
        const { trial, office } = deskLedger(ledger).counter();
        return cardKey.sign(paper, { tierName: tierName({ packs: open }, paper), trial, issuer: office.name });
      },
    },
    readCardText: (text) => readText(text, clock.nowMs()),
    attachments: {
      put: async (bytes) => {
        await disk.needForBytes(bytes.length);
        return (await attachments.put(bytes)).sha256;
      },
      get: (sha256) => attachments.get(sha256),
      has: (sha256) => attachments.has(sha256),
    },
    files,
    staffKeys: staffKeys(vault, await readTrial(host.paths.resources)),
    tickets,
    notices: () => [...rooms.notices],
  };
}

async function openPacks({
  files,
  decisions,
  host,
  clock,
}: Pick<CounterOptions, 'host' | 'clock'> & { files: DeskFiles; decisions: Decisions }): Promise<PolicyPacks> {
  const file = join(host.paths.resources, 'policy', 'pack.json');
  return PolicyPacks.open({
    files,
    candidate: { file: basename(file), text: await readFile(file, 'utf8') },
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    onAdopted: async (pack, sha256) => {
      const facts = { pack, sha256: sha256 as Sha256Hex };
      await decisions.record(null, ['policy'], async () => ({ kind: 'policy-pack.adopted', command: {}, facts }));
    },
    today: () => clock.today(),
  });
}

/** A case without its pack can be neither shown nor decided: better the start stops, and says what it lacks. */
function needPacks(packs: PolicyPacks, ledger: Ledger): void {
  for (const reference of new Set([...ledger.recognitions.values()].map(({ pack }) => pack))) {
    if (packs.has(reference)) continue;
    throw new VaultError('file-damaged', `The policy pack ${reference}, which cases were begun under, can't be read`, {
      file: 'files',
    });
  }
}

function reference(packs: PolicyPacks): EntryHeader['pack'] {
  const { id, version } = packs.current();
  return `${id}@${version}`;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Undefined for an entry that was redacted. */
async function readEntry(journal: Journal, seq: number): Promise<Entry | undefined> {
  const stored = await journal.read(seq);
  return stored.redacted ? undefined : parseEntry(JSON.parse(utf8.decode(stored.payload)));
}

function deskFiles(files: SealedFiles, { log, disk }: Pick<CounterOptions, 'log' | 'disk'>): DeskFiles {
  return {
    read: (name) => files.read(name),
    readIfWhole: async (name) => {
      try {
        return await files.read(name);
      } catch (error) {
        if (!(error instanceof VaultError) || error.code !== 'file-damaged') throw error;
        log.line(`files: ${error.file} is damaged and was left where it is`);
        return undefined;
      }
    },
    write: async (name, bytes) => {
      await disk.needForFile(name);
      await files.write(name, bytes);
    },
    remove: (name) => files.remove(name),
    list: async (prefix) => {
      const { names, damaged } = await files.list(prefix);
      for (const file of damaged) log.line(`files: ${file} is damaged and was left where it is`);
      return names;
    },
  };
}

const nounOf: Record<Row['kind'], ChangeNotice['nouns'][number]> = {
  counter: 'status',
  'number-block': 'status',
  staff: 'settings',
  person: 'person',
  recognition: 'recognition',
  card: 'card',
  paper: 'paper',
  advice: 'status',
  batch: 'batch',
  approval: 'approval',
};

function nounsOf(rows: readonly Row[], { entry }: Recorded): ChangeNotice['nouns'] {
  const nouns = new Set(rows.map((row) => nounOf[row.kind]));
  if (entry.kind === 'policy-pack.adopted') nouns.add('settings');
  if (entry.kind === 'id-number.uncovered') nouns.add('person');
  return nouns.size > 0 ? [...nouns] : ['status'];
}
