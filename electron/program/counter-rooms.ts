import { join } from 'node:path';
import type { SessionState } from '../../shared/contract/session-calls.ts';
import type { StartNotice } from '../../shared/contract/start-notice.ts';
import type { Host } from '../host/host.ts';
import { type Journal, openJournal } from '../journal/open-journal.ts';
import { type HealedRecords, openHealedRecords } from '../records/open-healed-records.ts';
import type { RecordsTrouble } from '../records/records.ts';
import { type Attachments, openAttachments } from '../vault/attachments.ts';
import { openSealedFiles, type SealedFiles } from '../vault/sealed-file.ts';
import type { SubKeyName } from '../vault/sub-keys.ts';
import type { Vault } from '../vault/vault.ts';
import type { DiskGuard } from './disk-guard.ts';
import type { ProgramLog } from './program-log.ts';

/** The rooms that hold what lasts. They are open exactly while the vault is. */
export interface CounterRooms {
  readonly files: SealedFiles;
  readonly attachments: Attachments;
  readonly journal: Journal;
  readonly healed: HealedRecords;
  /** What was found amiss and mended or set aside so far. */
  readonly notices: Set<StartNotice>;
  close(): Promise<void>;
}

export interface RoomsOptions {
  readonly vault: Vault;
  readonly host: Host;
  readonly log: ProgramLog;
  readonly disk: Pick<DiskGuard, 'roomToHeal'>;
  /** A tier's name in search hits; the packs are opened later than the records. */
  tierName(pack: string, team: string, tier: string): string | undefined;
  onProgress(progress: NonNullable<SessionState['progress']>): void;
  /** Something more was found amiss and mended while the program runs. */
  onNotice?(): void;
}

/** Opens them in the order in which they need each other, and closes what is open already where one of them refuses. */
export async function openRooms(options: RoomsOptions): Promise<CounterRooms> {
  const { vault, host } = options;
  const folder = host.paths.userData;
  const notices = new Set<StartNotice>();
  if (vault.wasMended) notices.add('vault-mended');
  if (vault.marks().lost) notices.add('marks-lost');
  const open: { close(): Promise<unknown> }[] = [];
  const opened = async <R extends { close(): Promise<unknown> }>(room: Promise<R>): Promise<R> => {
    const done = await room;
    open.unshift(done);
    return done;
  };
  const close = async () => {
    const failures: unknown[] = [];
    // One that fails must not keep the others from giving back their keys and the folder's lock.
    for (const room of open.splice(0)) await room.close().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  try {
    const files = await opened(openSealedFiles({ dir: join(folder, 'files'), register: true, ...keysFor(vault, 'files') }));
    for (const notice of files.changed.flatMap(({ name }) => noticesOf(name))) notices.add(notice);
    const snapshots = await opened(openSealedFiles({ dir: join(folder, 'snapshot'), ...keysFor(vault, 'snapshot') }));
    const attachments = await opened(openAttachments({ dir: join(folder, 'attachments'), ...keysFor(vault, 'attachments') }));
    const journal = await opened(openOwnLog(vault, folder));
    if (journal.tornTail) notices.add('torn-tail');
    const onTrouble = (trouble: RecordsTrouble) => {
      const notice = recordsNotice(trouble);
      if (notice && !notices.has(notice)) {
        notices.add(notice);
        options.onNotice?.();
      }
    };
    const healed = await opened(openHealedRecords(recordsOptions({ ...options, journal, snapshots, onTrouble })));
    return { files, attachments, journal, healed, notices, close };
  } catch (error) {
    await close().catch((cause: unknown) => options.log.incident(cause, 'closing after a failed start'));
    throw error;
  }
}

function recordsNotice(trouble: RecordsTrouble): StartNotice | undefined {
  if (trouble.code === 'records-healed' && trouble.how === 'rebuild') return 'records-rebuilt';
  if (trouble.code === 'row-damaged' && trouble.mended) return 'records-mended';
  return trouble.code === 'snapshot-unreadable' ? 'snapshot-lost' : undefined;
}

/** What a small file that is gone, or is not the one that was written last, means to whoever sits at the desk. */
function noticesOf(name: string): StartNotice[] {
  // Without the register nobody can tell which of them is missing, and whether any is.
  if (name === 'register') return ['draft-changed', 'files-changed'];
  if (name === 'print-queue') return ['queue-changed'];
  return name.startsWith('draft/') || name.startsWith('recognise-form/') ? ['draft-changed'] : ['files-changed'];
}

function keysFor(vault: Vault, name: SubKeyName) {
  return { epoch: vault.epoch, epochs: vault.epochs, keyOf: (epoch: number) => vault.keyOf(name, epoch) };
}

function openOwnLog(vault: Vault, folder: string): Promise<Journal> {
  const { own } = vault.marks();
  return openJournal({
    dir: join(folder, 'journal'),
    log: 'own',
    epoch: vault.epoch,
    keyOf: (epoch) => vault.keyOf('journal', epoch),
    marks: own ? [own.seq] : [],
    anchors: own ? [own] : [],
  });
}

function recordsOptions({
  vault,
  host,
  log,
  disk,
  tierName,
  onProgress,
  journal,
  snapshots,
  onTrouble,
}: RoomsOptions & { journal: Journal; snapshots: SealedFiles; onTrouble(trouble: RecordsTrouble): void }) {
  const { epoch } = vault;
  const [records, tags] = [vault.keyOf('records', epoch), vault.keyOf('tags', epoch)];
  if (!records || !tags) throw new Error('the open vault has no keys for the records');
  return {
    page: () => host.openRecordsPage(),
    journal,
    keys: { records, tags },
    epoch,
    files: snapshots,
    tierName,
    onProgress,
    roomToHeal: () => disk.roomToHeal(),
    onTrouble: (trouble: RecordsTrouble) => {
      onTrouble(trouble);
      log.line(`records: ${describe(trouble)}`);
    },
  };
}

/** Troubles name codes and reasons only. */
function describe(trouble: { code: string; reason?: unknown; mended?: unknown; error?: unknown }): string {
  const { code, reason, mended, error } = trouble;
  const cause = error instanceof Error ? ` ${error.name} ${(error as { code?: string }).code ?? ''}` : '';
  return [code, reason, mended === undefined ? undefined : mended ? 'mended' : 'not mended'].filter(Boolean).join(', ') + cause;
}
