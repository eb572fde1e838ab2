import { join } from 'node:path';
import type { StaffId } from '../../../shared/domain/ids.ts';
import type { Manifest } from '../../backup/manifest.ts';
import { DeviceCardKey } from '../../credential/device-card-key.ts';
import { holdOpenJobs } from '../../printing/queue/job-file.ts';
import { openSealedFiles } from '../../vault/sealed-file.ts';
import type { Vault } from '../../vault/vault.ts';
import { keysFor } from '../counter-rooms.ts';
import { writeRestorePlan } from './restored-counter.ts';
import type { RestoredJournal } from './restored-journal.ts';

export interface ReadyOptions {
  readonly journal: RestoredJournal;
  readonly manifest: Pick<Manifest, 'backupId' | 'madeAt'>;
  readonly by: StaffId;
  /** Of the new device. */
  readonly deviceId: string;
}

/** Makes a restored counter's small files those of another device: a card key of its own, open print jobs held, and the plan to journal it. */
export async function readyFiles(folder: string, vault: Vault, { journal, manifest, by, deviceId }: ReadyOptions): Promise<void> {
  // The register lists the files of one moment, and they were copied over several; the manifest has vouched for each. It begins anew.
  const files = await openSealedFiles({ dir: join(folder, 'files'), register: true, ...keysFor(vault, 'files') });
  try {
    // The lost device may have printed them since.
    const queue = await files.read('print-queue');
    if (queue) await files.write('print-queue', holdOpenJobs(queue));
    await files.remove('keys/card');
    const cardKey = await DeviceCardKey.create(files);
    const { cardKey: formerKey, formerCardKeys = [], ...former } = journal.counter;
    const { backupId, madeAt } = manifest;
    await writeRestorePlan(files, {
      counter: { ...former, deviceId, cardKey: cardKey.publicJwk, formerCardKeys: [...formerCardKeys, formerKey] },
      generation: journal.generation + 1,
      from: { deviceId: former.deviceId, backupId, madeAt, headSeq: journal.headSeq },
      by,
    });
  } finally {
    await files.close();
  }
}
