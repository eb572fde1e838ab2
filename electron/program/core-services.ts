import type { PersonId, StaffId } from '../../shared/domain/ids.ts';
import type { DeskFiles, StaffKeys } from '../desk/open-counter.ts';
import type { Decisions } from '../records/decisions.ts';
import type { Anchors } from './anchors.ts';
import { CounterBackup } from './backup/counter-backup.ts';
import { CounterAudit } from './counter-audit.ts';
import type { CounterOptions } from './counter-options.ts';
import type { CounterRooms } from './counter-rooms.ts';
import { deskLedger } from './desk-ledger.ts';
import { readEntry } from './desk-views.ts';
import { KeyRotation } from './key-rotation.ts';

/** What the auditor sees. */
export function openAudit(options: CounterOptions, { journal, healed }: CounterRooms, anchors: Anchors): CounterAudit {
  const historyOf = (id: PersonId) => healed.ledger.historyOf(id);
  return new CounterAudit({ ...options, userData: options.host.paths.userData, journal, anchors, historyOf });
}

/** The next data key, and the sealing anew. */
export function keyRotation({ vault, changes, log }: CounterOptions, rooms: CounterRooms, decisions: Decisions): KeyRotation {
  const onChange = () => changes.tell(['status']);
  return new KeyRotation({
    vault,
    rooms,
    decisions,
    onChange,
    onTrouble: (error) => log.incident(error, 'sealing anew under the next data key'),
  });
}

/** Somebody's access ends with a next data key: from that moment on, so that the entry that says so lies under it too. */
export function rotatingKeys(keys: StaffKeys, dataKey: KeyRotation): StaffKeys {
  const remove = async (id: StaffId) => {
    await keys.remove(id);
    dataKey.adopt();
  };
  return { ...keys, remove };
}

/** Backups of this counter. */
export function openBackup(
  options: CounterOptions,
  { rooms, files, decisions, anchors }: { rooms: CounterRooms; files: DeskFiles; decisions: Decisions; anchors: Anchors },
): Promise<CounterBackup> {
  const { journal, healed } = rooms;
  return CounterBackup.open({
    ...options,
    ...options.backup,
    userData: options.host.paths.userData,
    deviceId: () => deskLedger(healed.ledger).counter().deviceId,
    trial: options.vault.mode === 'trial',
    files,
    decisions,
    journal,
    anchor: async (by) => void (await anchors.anchor(by)),
    begunAt: () => readEntry(journal, 1).then((first) => first?.at.wall),
  });
}
