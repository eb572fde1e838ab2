import type { BackupPlace, BackupProgress } from '../../shared/contract/backup-calls.ts';
import type { BackupFound, RestoreSheet } from '../../shared/contract/restore-calls.ts';
import { deskCalls } from './desk-door.ts';

export interface RestoreForm {
  readonly folder: string;
  readonly recoveryKey: string;
  readonly staffNumber: string;
  readonly pin: string;
}

/** From a backup to a counter, on a computer that has none. The program keeps one for as long as it runs. */
export interface RestoreKeeper {
  places(): Promise<BackupPlace[]>;
  look(path: string): Promise<BackupFound[]>;
  progress(): BackupProgress | undefined;
  prepare(form: RestoreForm): Promise<RestoreSheet>;
  cancel(): void;
  confirm(words: readonly string[]): Promise<void>;
}

/** 从备份恢复. */
export function restoreCalls(keeper: RestoreKeeper) {
  const calls = deskCalls.restore;
  return {
    places: calls.places.handler(() => keeper.places()),
    look: calls.look.handler(({ input }) => keeper.look(input.path)),
    progress: calls.progress.handler(() => {
      const running = keeper.progress();
      return running ? { running } : {};
    }),
    prepare: calls.prepare.handler(({ input }) => keeper.prepare(input)),
    cancel: calls.cancel.handler(() => {
      keeper.cancel();
      return {};
    }),
    confirm: calls.confirm.handler(async ({ input }) => {
      await keeper.confirm(input.words);
      return {};
    }),
  };
}
