import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { v7 } from 'uuid';
import { ChangeFeed } from '../../electron/desk/change-feed.ts';
import type { DeskDoor } from '../../electron/desk/desk-door.ts';
import { deskRouter } from '../../electron/desk/desk-router.ts';
import type { DeskRoom } from '../../electron/desk/open-counter.ts';
import { type DeskPort, frameOfDesk, serveDesk } from '../../electron/desk/serve-desk.ts';
import type { deskContract } from '../../shared/contract/desk.ts';
import type { Sha256Hex, StaffId } from '../../shared/domain/ids.ts';
import { toPlainDate } from '../../shared/domain/plain-date.ts';
import type { Role, Staff } from '../../shared/domain/staff/staff.ts';
import { stubCounter } from './stub-counter.ts';
import { stubServices } from './stub-services.ts';

export interface StubDesk {
  client: ContractRouterClient<typeof deskContract>;
  /** The desk's end of the channel, for frames that no client would send. */
  port: MessagePort;
  door: { role: Role | undefined; locked: boolean; enrolled: boolean };
  /** What handlers did that outlasts a call, by name. */
  acts: string[];
  /** Errors that no handler expected. */
  bugs: unknown[];
  /** Frames that are no calls: noted, and nobody's fault but the page's. */
  noise: unknown[];
  /** What every sealed file says, where it isn't undefined. */
  kept: { text: string | undefined };
  close(): void;
}

/** The real router and door over a real channel, in front of a counter that knows nobody and notes whatever would change it. */
export function openStubDesk(): StubDesk {
  const acts: string[] = [];
  const bugs: unknown[] = [];
  const noise: unknown[] = [];
  const kept: StubDesk['kept'] = { text: undefined };
  const state: StubDesk['door'] = { role: 'clerk', locked: false, enrolled: true };
  const staff = (): Staff | undefined => state.role && { id: v7() as StaffId, number: '1001', name: '王敏', role: state.role };
  const door: DeskDoor = {
    caller: staff,
    isLocked: () => state.locked,
    isEnrolled: () => state.enrolled,
    onActivity: () => {},
    refusalFor: () => undefined,
    onBug: (error, where) => `incident-${(where === frameOfDesk ? noise : bugs).push(error)}`,
  };
  const room = stubRoom(acts, staff, kept);
  const router = deskRouter({
    room,
    ...stubServices(acts),
    sha256: () => '0'.repeat(64) as Sha256Hex,
  });
  const { port1: port, port2 } = new MessageChannel();
  serveDesk(port2 as unknown as DeskPort, { router, door });
  port2.start();
  port.start();
  return {
    client: createORPCClient(new RPCLink({ port })),
    port,
    door: state,
    acts,
    bugs,
    noise,
    kept,
    close: () => port.close(),
  };
}

function stubRoom(acts: string[], staff: () => Staff | undefined, kept: StubDesk['kept']): DeskRoom {
  const counter = stubCounter(acts, kept);
  return {
    counter: () => counter,
    staff: () => {
      const caller = staff();
      if (!caller) throw new Error('nobody is signed in');
      return caller;
    },
    clock: { nowMs: () => Date.parse('2026-11-25T01:00:00Z'), today: () => toPlainDate('2026-11-25') },
    newId: () => v7(),
    changes: new ChangeFeed(),
    disk: async () => ({ level: 'enough', freeMebibytes: 4_096 }),
    hostDescription: 'a stub',
    savedAt: () => null,
    noteSaved: () => void acts.push('noteSaved'),
    saveFile: async (name) => {
      acts.push('file saved');
      return name;
    },
  };
}
