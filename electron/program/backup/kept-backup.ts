import { z } from 'zod';
import { backupPlace, lastBackup } from '../../../shared/contract/backup-calls.ts';
import type { DeskFiles } from '../../desk/open-counter.ts';

const kept = z.object({
  schema: z.literal(1),
  place: z.object({ path: z.string(), kind: backupPlace.shape.kind }).optional(),
  last: lastBackup.optional(),
});
export type KeptBackup = z.infer<typeof kept>;

const fileName = 'backup';

/** Where backups go, and the last one. Lost, somebody chooses again: a copy too many does no harm. */
export async function readKeptBackup(files: Pick<DeskFiles, 'readIfWhole'>): Promise<KeptBackup> {
  const bytes = await files.readIfWhole(fileName);
  const read = bytes && kept.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  return read?.success ? read.data : { schema: 1 };
}

export function writeKeptBackup(files: Pick<DeskFiles, 'write'>, content: KeptBackup): Promise<void> {
  return files.write(fileName, new TextEncoder().encode(JSON.stringify(content)));
}
