import { DeviceCardKey } from '../credential/device-card-key.ts';
import type { DeskFiles } from '../desk/open-counter.ts';
import type { Host } from '../host/host.ts';
import type { Decisions } from '../records/decisions.ts';
import type { Vault } from '../vault/vault.ts';
import { VaultError } from '../vault/vault-error.ts';
import { goOnRestored } from './backup/restored-counter.ts';
import type { CounterClock } from './counter-clock.ts';
import type { CounterRooms } from './counter-rooms.ts';
import { enrolLive } from './live-enrolment.ts';
import { enrolTrial, grantTrialNumbers, readTrial, type TrialNumbers } from './trial.ts';

export interface EnrolmentOptions {
  readonly vault: Vault;
  readonly host: Host;
  readonly clock: CounterClock;
  newId(): string;
}

export interface EnrolmentParts {
  readonly files: DeskFiles;
  readonly decisions: Decisions;
  readonly rooms: CounterRooms;
}

/** The device's card key. A counter that has none yet is enrolled first: 试用 by its sample office, a live one by its plan. */
export async function getCardKey(options: EnrolmentOptions, parts: EnrolmentParts): Promise<DeviceCardKey> {
  const { files, decisions, rooms } = parts;
  const { ledger } = rooms.healed;
  if (options.vault.mode === 'trial') await getTrialReady(options, parts);
  else {
    await enrolLive({ files, decisions, ledger });
    await goOnRestored({ files, decisions, ledger });
  }
  const key = await DeviceCardKey.find(files);
  // An enrolled counter whose key is gone must not get another: cards were signed with the one that was enrolled.
  if (!key) throw new VaultError('file-damaged', 'The card key is gone', { file: 'files' });
  // Also a counter out of a backup whose plan is gone: it must not go on as the device that was lost.
  if (key.publicJwk.kid !== ledger.counter?.cardKey.kid)
    throw new VaultError('file-damaged', 'The card key is not the one that was enrolled', { file: 'files' });
  return key;
}

async function getTrialReady({ vault, host, clock, newId }: EnrolmentOptions, { files, decisions, rooms }: EnrolmentParts) {
  const { ledger } = rooms.healed;
  const trial = await readTrial(host.paths.resources);
  const cardKey = await (ledger.counter ? DeviceCardKey.find(files) : DeviceCardKey.create(files));
  if (!cardKey) throw new VaultError('file-damaged', 'The card key is gone', { file: 'files' });
  const members = vault.members();
  // 试用 that was begun while there were fewer sample staff.
  for (const { id, number, pin } of trial.staff)
    if (!members.includes(id)) await vault.addMember({ staffId: id, staffNumber: number, pin });
  const hasStaff = (id: string) => [...ledger.staff.keys()].some((known) => known === id);
  await enrolTrial({ trial, decisions, cardKey, newId, hasCounter: () => ledger.counter !== undefined, hasStaff });
  const hasBlock: TrialNumbers['hasBlock'] = (series, year) => ledger.blocksOf(series, year).length > 0;
  await grantTrialNumbers({ trial, decisions, today: clock.today(), newId, hasBlock });
}
