import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { v7 } from 'uuid';
import { ChangeFeed } from '../../electron/desk/change-feed.ts';
import type { DeskDoor } from '../../electron/desk/desk-door.ts';
import { deskRouter } from '../../electron/desk/desk-router.ts';
import type { DeskRoom, OpenCounter } from '../../electron/desk/open-counter.ts';
import { type DeskPort, frameOfDesk, serveDesk } from '../../electron/desk/serve-desk.ts';
import type { deskContract } from '../../shared/contract/desk.ts';
import type { Sha256Hex, StaffId } from '../../shared/domain/ids.ts';
import { toPlainDate } from '../../shared/domain/plain-date.ts';
import { policyPack } from '../../shared/domain/policy/pack.ts';
import type { Role, Staff } from '../../shared/domain/staff/staff.ts';
import { readText } from '../architecture/source-files.ts';
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
  };
}

const none = () => [];
const office = { name: '云谷', nameEn: 'Cloud Valley', address: '', enquiryPhone: '', supervisionPhone: '' };

/** Knows nobody. */
const stubLedger: OpenCounter['ledger'] = {
  findPersonByIdKey: () => undefined,
  findPerson: () => undefined,
  peopleCount: () => 0,
  findPeople: none,
  openBatches: none,
  recentPeople: none,
  findEmployers: none,
  recognitionsOf: none,
  cardsOf: none,
  findCardHolder: () => undefined,
  liveCard: () => undefined,
  papersOf: none,
  papersNamed: none,
  historyOf: none,
  openRecognitions: none,
  recognitionInForce: () => undefined,
  findRecognitionByCertificate: () => undefined,
  uncarded: none,
  cardsToMake: none,
  cardsToHandOver: none,
  staff: () => undefined,
  matters: none,
  unsettledApprovals: none,
  staffList: none,
  blocks: none,
  counter: () => ({
    deviceId: 'stub',
    code: 'T01',
    trial: true,
    office,
    cardKey: { kty: 'OKP', crv: 'Ed25519', x: '', kid: '' },
  }),
  countsOn: () => ({ registered: 0, recognised: 0, cards: 0, papers: 0, advised: 0 }),
};

function stubFiles(act: (name: string) => () => Promise<void>, kept: StubDesk['kept']): OpenCounter['files'] {
  const read = async () => (kept.text === undefined ? undefined : Uint8Array.from(Buffer.from(kept.text)));
  const list = async (prefix: string) => (kept.text === undefined ? [] : [`${prefix}one`]);
  return { read, readIfWhole: read, write: act('file written'), remove: act('file removed'), list };
}

function stubCounter(acts: string[], kept: StubDesk['kept']): OpenCounter {
  const pack = policyPack.parse(JSON.parse(readText('resources/policy/pack.json')));
  const act = (name: string) => async () => void acts.push(name);
  return {
    ledger: stubLedger,
    records: { get: async () => undefined },
    packs: { current: () => pack, get: () => pack, refused: () => undefined },
    decisions: {
      record: async (staffId, _aggregates, decide) => {
        const decision = await decide();
        acts.push(`decided ${decision.kind}`);
        const at = { wall: '2026-11-25T01:00:00Z', monotonicMs: 0, boot: 'stub' };
        const header = { v: 1 as const, id: v7() as never, staffId, event: null, at, pack: null, rules: 1, localOnly: false };
        return { seq: 1, entry: { ...header, ...decision } as never };
      },
    },
    directory: { search: none },
    journal: { readEntry: async () => undefined, headSeq: () => 0, newestAt: () => undefined },
    numbers: {
      take: () => {
        acts.push('number taken');
        return { number: '202610000017', blockId: 'stub' };
      },
      left: () => 0,
    },
    notePrintDiffers: () => undefined,
    notices: none,
    cardKey: { sign: async () => ({ kid: '', token: '' }) },
    readCardText: async () => ({ result: 'not-ours', reason: 'not-a-card' }),
    attachments: {
      put: async () => {
        acts.push('attachment put');
        return '0'.repeat(64) as Sha256Hex;
      },
      get: async () => new Uint8Array(),
      has: async () => true,
    },
    files: stubFiles(act, kept),
    staffKeys: {
      has: () => false,
      isSample: () => false,
      check: () => {},
      give: act('PIN given'),
      change: act('PIN changed'),
      remove: act('access ended'),
    },
    printQueue: {
      add: async () => {
        acts.push('job added');
        throw new Error('a stub prints nothing');
      },
      list: none,
      retry: act('job retried'),
      cancel: act('job cancelled'),
    },
    renderer: { render: () => ({ pdf: new Uint8Array(), pages: 1, widthMm: 210, heightMm: 297 }) },
    tickets: { spend: () => undefined },
    printer: { name: 'folder', state: async () => ({ state: 'ready' }) },
  };
}
