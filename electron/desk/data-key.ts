import type { DataKeyState } from '../../shared/contract/data-key-calls.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskRoom } from './open-counter.ts';

/** The administrator's look at the data key, and the next one. */
export function dataKeyCalls(room: DeskRoom) {
  const calls = deskCalls.dataKey;
  return {
    state: calls.state.handler(() => stateOf(room)),
    replace: calls.replace.handler(async () => {
      await room.counter().dataKey.begin(room.staff().id);
      return stateOf(room);
    }),
  };
}

function stateOf(room: DeskRoom): DataKeyState {
  const { epoch, progress } = room.counter().dataKey;
  return { epoch, ...(progress && { progress }) };
}
