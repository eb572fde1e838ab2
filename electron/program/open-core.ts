import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { EntryHeader, Row } from '../../shared/domain/entry.ts';
import { personOf } from '../../shared/domain/evolve.ts';
import type { EntryId, Sha256Hex } from '../../shared/domain/ids.ts';
import { cardReader } from '../credential/device-card-key.ts';
import type { ChangeNotice } from '../desk/change-feed.ts';
import { Numbers } from '../desk/numbers.ts';
import type { DeskCentral, DeskFiles, OpenCounter } from '../desk/open-counter.ts';
import { tierName } from '../desk/tier-name.ts';
import { PolicyPacks } from '../policy/policy-packs.ts';
import { Decisions, type Recorded } from '../records/decisions.ts';
import type { Ledger } from '../records/ledger.ts';
import { VaultError } from '../vault/vault-error.ts';
import { Anchors } from './anchors.ts';
import type { CounterBackup } from './backup/counter-backup.ts';
import { keyRotation, openAudit, openBackup, rotatingKeys } from './core-services.ts';
import type { CounterAudit } from './counter-audit.ts';
import type { CounterOptions } from './counter-options.ts';
import type { CounterRooms } from './counter-rooms.ts';
import { deskLedger } from './desk-ledger.ts';
import { deskAttachments, deskFiles, readEntry, withoutRedacted } from './desk-views.ts';
import { getCardKey } from './enrolment.ts';
import { finishRedaction } from './housekeeping/finish-redaction.ts';
import type { KeyRotation } from './key-rotation.ts';
import type { Printing } from './open-printing.ts';
import { staffKeys } from './staff-keys.ts';
import { SyncLimit } from './sync-limit.ts';
import { readTrial } from './trial.ts';

export type CounterCore = Omit<OpenCounter, keyof Printing['parts']> & {
  packs: PolicyPacks;
  decisions: Decisions;
  anchors: Anchors;
  audit: CounterAudit;
  dataKey: KeyRotation;
  backup: CounterBackup;
};

/** The counter without its printer: what it decides by, and what it says of itself. */
export async function openCore(options: CounterOptions, rooms: CounterRooms): Promise<CounterCore> {
  const { vault, host, clock, tickets, disk } = options;
  const { journal, healed } = rooms;
  const { ledger, records, directory } = healed;
  const files = deskFiles(rooms.files, options);
  const begun: { packs?: PolicyPacks; anchors?: Anchors } = {};
  const newestAt = ledger.newestAt;
  const syncLimit = new SyncLimit({ clock, counter: () => ledger.counter, newestAt: () => ledger.newestAt });
  const decisions = openDecisions(options, rooms, { begun, syncLimit });
  const cardKey = await getCardKey(options, { files, decisions, rooms });
  const anchors = await Anchors.open({ ...options, files, journal, decisions }, newestAt);
  begun.anchors = anchors;
  const audit = openAudit(options, rooms, anchors);
  const packs = await openPacks({ files, decisions, host, clock });
  begun.packs = packs;
  needPacks(packs, ledger);
  const dataKey = keyRotation(options, rooms, decisions);
  const readText = cardReader([cardKey.publicJwk, ...(ledger.counter?.formerCardKeys ?? [])]);
  const backup = await openBackup(options, { rooms, files, decisions, anchors });
  return {
    ledger: deskLedger(ledger),
    records: withoutRedacted(records),
    central: options.central ?? noCentral,
    redaction: { finish: (personId) => finishRedaction({ rooms, log: options.log }, personId) },
    packs,
    decisions,
    anchors,
    audit,
    directory,
    journal: { readEntry: (seq) => readEntry(journal, seq), headSeq: () => journal.headSeq, newestAt: () => ledger.newestAt },
    numbers: new Numbers(ledger),
    cardKey: {
      sign: (paper) => {
        const { trial, office } = deskLedger(ledger).counter();
        return cardKey.sign(paper, { tierName: tierName({ packs }, paper), trial, issuer: office.name });
      },
    },
    readCardText: (text) => readText(text, clock.nowMs()),
    attachments: deskAttachments(rooms, disk),
    files,
    staffKeys: rotatingKeys(staffKeys(vault, await readTrial(host.paths.resources)), dataKey),
    dataKey,
    syncLimit: () => syncLimit.state(),
    tickets,
    backup,
    notices: () => [...rooms.notices],
  };
}

interface Surroundings {
  /** What is opened later than decisions are made: opening it is decided, too. */
  readonly begun: { readonly packs?: PolicyPacks; readonly anchors?: Anchors };
  readonly syncLimit: SyncLimit;
}

function openDecisions(
  options: CounterOptions,
  { journal, healed }: CounterRooms,
  { begun, syncLimit }: Surroundings,
): Decisions {
  const { vault, clock, disk, newId } = options;
  const { ledger, records } = healed;
  return new Decisions({
    journal,
    records,
    ledger,
    header: () => ({ at: clock.at(), event: null, pack: begun.packs ? reference(begun.packs) : null }),
    newEntryId: () => newId() as EntryId,
    needSpace: (kind) => syncLimit.needFor(kind).then(() => disk.needFor(kind)),
    onRecorded: (recorded, rows) => {
      // The journal's head, not this entry: entries that were written together share one, and a mark needs the chain of its own sequence.
      vault.noteMark('own', { seq: journal.headSeq, chain: journal.headChain });
      begun.anchors?.noteEntry(recorded.entry.at.wall);
      options.noteSaved(recorded.entry.at.wall);
      options.onEntry?.(recorded.entry);
      // That somebody looked changes nothing that a screen shows.
      if (recorded.entry.kind !== 'person.viewed') options.changes.tell(nounsOf(rows, recorded), personOf(recorded.entry));
    },
  });
}

const noCentral: DeskCentral = { echoedUpTo: () => 0, pushedUpTo: () => 0 };

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
  request: 'person',
};

function nounsOf(rows: readonly Row[], { entry }: Recorded): ChangeNotice['nouns'] {
  const nouns = new Set(rows.map((row) => nounOf[row.kind]));
  if (entry.kind === 'policy-pack.adopted') nouns.add('settings');
  if (entry.kind === 'id-number.uncovered') nouns.add('person');
  return nouns.size > 0 ? [...nouns] : ['status'];
}
