import { type Entry, parseEntry } from '../../shared/domain/entry.ts';
import type { DeskFiles, DeskRecords, OpenCounter } from '../desk/open-counter.ts';
import type { Journal } from '../journal/open-journal.ts';
import type { SealedFiles } from '../vault/sealed-file.ts';
import { VaultError } from '../vault/vault-error.ts';
import type { CounterOptions } from './counter-options.ts';
import type { CounterRooms } from './counter-rooms.ts';
import type { DiskGuard } from './disk-guard.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Undefined for an entry that was redacted. */
export async function readEntry(journal: Journal, seq: number): Promise<Entry | undefined> {
  const stored = await journal.read(seq);
  return stored.redacted ? undefined : parseEntry(JSON.parse(utf8.decode(stored.payload)));
}

/** Small files as the desk may have them: with room on the disk, and a damaged one told of. */
export function deskFiles(files: SealedFiles, { log, disk }: Pick<CounterOptions, 'log' | 'disk'>): DeskFiles {
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

/** Scans and photos, with room on the disk. */
export function deskAttachments({ attachments }: CounterRooms, disk: DiskGuard): OpenCounter['attachments'] {
  return {
    put: async (bytes) => {
      await disk.needForBytes(bytes.length);
      return (await attachments.put(bytes)).sha256;
    },
    get: (sha256) => attachments.get(sha256),
    has: (sha256) => attachments.has(sha256),
  };
}

/** Whose data has gone can't be worked on any more: every decision finds nobody there. */
export function withoutRedacted(records: DeskRecords): DeskRecords {
  return {
    get: async (kind, id) => {
      const row = await records.get(kind, id);
      return kind === 'person' && row && 'redacted' in row && row.redacted ? undefined : row;
    },
  };
}
