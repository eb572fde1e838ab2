import type { LiveSheet } from '../../shared/contract/going-live-calls.ts';
import type { GoingLiveForm } from '../../shared/domain/counter/going-live.ts';
import { deskCalls } from './desk-door.ts';

/** What of the sheet was typed back. */
export interface SheetCheck {
  /** Where a passphrase was shown. */
  readonly words?: readonly string[] | undefined;
  readonly group: string;
}

/** From 试用, or from nothing, to a live counter. The program keeps one for as long as it runs. */
export interface GoingLiveKeeper {
  begin(): Promise<void>;
  prepare(form: GoingLiveForm): Promise<LiveSheet>;
  confirm(check: SheetCheck): Promise<void>;
}

/** 正式启用. */
export function goingLiveCalls(keeper: GoingLiveKeeper) {
  const calls = deskCalls.goingLive;
  return {
    begin: calls.begin.handler(async () => {
      await keeper.begin();
      return {};
    }),
    prepare: calls.prepare.handler(({ input }) => keeper.prepare(input)),
    confirm: calls.confirm.handler(async ({ input }) => {
      await keeper.confirm(input);
      return {};
    }),
  };
}
