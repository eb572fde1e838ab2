import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal, refuse } from '../../shared/domain/refusal.ts';
import { writeDurably } from '../vault/durable-file.ts';
import type { ProgramLog } from './program-log.ts';

export interface SavedTo {
  /** The folder of papers: the one place where the program puts files for people to take along. */
  readonly folder: string;
  readonly log: ProgramLog;
}

/** Saves a file for a person to take along, and says where. Refuses `disk-full`, and `file-not-saved` where the folder can't be written to. */
export async function saveFile({ folder, log }: SavedTo, name: string, bytes: Uint8Array): Promise<string> {
  const file = join(folder, name);
  try {
    await mkdir(folder, { recursive: true });
    await writeDurably(file, bytes);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    log.incident(error, 'saving a file beside the papers');
    refuse('file-not-saved', {});
  }
  return file;
}
