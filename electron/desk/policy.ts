import { deskCalls } from './desk-door.ts';
import type { DeskRoom } from './open-counter.ts';

export function policyCalls(room: DeskRoom) {
  return { pack: deskCalls.policy.pack.handler(() => room.counter().packs.current()) };
}
