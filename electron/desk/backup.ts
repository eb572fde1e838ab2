import { deskCalls } from './desk-door.ts';
import type { DeskRoom } from './open-counter.ts';

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
