import { refuse } from '../../shared/domain/refusal.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskRoom } from './open-counter.ts';

/** The administrator's limit of days without any sync. */
export function syncLimitCalls(room: DeskRoom) {
  const calls = deskCalls.syncLimit;
  return {
    state: calls.state.handler(() => ({ days: room.counter().syncLimit()?.days ?? 0 })),
    set: calls.set.handler(async ({ input: { days } }) => {
      const { ledger, decisions, syncLimit } = room.counter();
      const { trial, deviceId } = ledger.counter();
      if (trial) refuse('not-in-trial', {});
      // Set to what it is: nothing to be journaled.
      if ((syncLimit()?.days ?? 0) === days) return {};
      const facts = { deviceId, days: days === 0 ? null : days };
      await decisions.record(room.staff().id, ['counter'], async () => ({ kind: 'sync-limit.set', command: {}, facts }));
      return {};
    }),
  };
}
