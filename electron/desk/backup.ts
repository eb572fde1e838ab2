import type { BackupPlace, BackupState, LastBackup } from '../../shared/contract/backup-calls.ts';
import type { Staff } from '../../shared/domain/staff/staff.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskRoom } from './open-counter.ts';

/** Makes backups of the open counter, by hand and by itself. */
export interface BackupKeeper {
  state(): Promise<BackupState>;
  places(): Promise<BackupPlace[]>;
  /** A folder that isn't offered is for an administrator to name. */
  choose(path: string, by: Staff): Promise<void>;
  make(by: Staff): Promise<LastBackup>;
  cancel(): void;
  /** For the status: when the last one was made, and since when a counter has been without one. */
  age(): { readonly lastAt: string | undefined; readonly daysOld: number | undefined; readonly late: boolean };
}

/** 备份. */
export function backupCalls(room: DeskRoom) {
  const calls = deskCalls.backup;
  const keeper = () => room.counter().backup;
  return {
    state: calls.state.handler(() => keeper().state()),
    places: calls.places.handler(() => keeper().places()),
    choose: calls.choose.handler(async ({ input }) => {
      await keeper().choose(input.path, room.staff());
      return {};
    }),
    make: calls.make.handler(() => keeper().make(room.staff())),
    cancel: calls.cancel.handler(() => {
      keeper().cancel();
      return {};
    }),
  };
}
