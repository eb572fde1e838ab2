import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { DeskDoor } from '../../electron/desk/desk-door.ts';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import { type Program, startProgram } from '../../electron/program/program.ts';
import { programLog } from '../../electron/program/program-log.ts';
import { readTrial } from '../../electron/program/trial.ts';
import type { Role } from '../../shared/domain/staff/staff.ts';
import { deskSamples } from '../security/desk-samples.ts';
import { type MemoryHost, memoryHost } from './memory-host.ts';
import { morningsWork } from './mornings-work.ts';
import type { KnownTexts } from './schema-values.ts';

export interface CounterDesk {
  readonly program: Program;
  readonly desk: DeskClient;
  /** The last error that no handler expected. */
  readonly bug: unknown;
  /** Whoever asks next, as the door sees them. */
  role: Role;
  /** Texts that this counter knows: ids, numbers, names. */
  readonly known: KnownTexts;
  /** The journal's files with their sizes. */
  head(): string;
  /** The names of sealed files and attachments. */
  files(): Set<string>;
  digestRows(): Promise<string>;
  /** Waits until the rows have caught up with the journal; false where they never do. */
  rowsArrive(): Promise<boolean>;
  /** Waits until nothing lies under an older data key; false where that never comes. */
  resealed(): Promise<boolean>;
  signIn(): Promise<void>;
  /** The program ends and starts anew with nothing but its folder: the rows are made again from the journal. */
  startAnew(): Promise<void>;
  close(): Promise<void>;
}

const patienceMs = 10_000;

/** A whole counter in this process with a morning's work behind it, the clerk signed in: everything of the program but the browser. */
export async function openCounterDesk(): Promise<CounterDesk> {
  const resources = join(import.meta.dirname, '..', '..', 'resources');
  const { clerk, supervisor } = await sampleStaff(resources);
  const dir = mkdtempSync(join(tmpdir(), 'fuzz-desk-'));
  const paths = { userData: join(dir, 'data'), papers: join(dir, 'papers'), resources };
  const state = { role: 'clerk' as Role, entries: 0, bug: undefined as unknown };
  const start = async () => {
    const host = memoryHost(paths);
    const program = await startProgram({
      host,
      log: programLog(() => undefined),
      scrypt: { N: 2 ** 12, r: 8, p: 1 },
      onEntry: () => {
        state.entries += 1;
      },
    });
    return { host, program, desk: createRouterClient(program.router, { context: { door: doorOf(program, state) } }) };
  };
  let running: { host: MemoryHost; program: Program; desk: DeskClient } = await start();
  const signIn = async () => {
    await running.desk.session.signIn({ staffNumber: clerk.number, pin: clerk.pin });
  };
  await running.desk.session.startTrial();
  await signIn();
  const known = withSamples(await morningsWork(running.desk, { clerk, supervisor }));
  const data = (await findTrial(paths.userData)) ?? paths.userData;
  return {
    get program() {
      return running.program;
    },
    get desk() {
      return running.desk;
    },
    known,
    get bug() {
      return state.bug;
    },
    get role() {
      return state.role;
    },
    set role(role) {
      state.role = role;
    },
    head: () => listing(join(data, 'journal', 'own'), '.tcj'),
    files: () => new Set(['files', 'attachments'].flatMap((folder) => sealedIn(join(data, folder)))),
    digestRows: () => running.host.digestRows(),
    rowsArrive: () => comesTrue(async () => (await running.host.reachedSeq()) >= state.entries),
    resealed: () => resealed(running.desk),
    signIn,
    startAnew: async () => {
      await running.program.close();
      running = await start();
      // Whose PIN the inputs guessed at may have to wait.
      await signIn().catch(() => running.desk.session.signIn({ staffNumber: supervisor.number, pin: supervisor.pin }));
    },
    close: async () => {
      await running.program.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function comesTrue(isTrue: () => Promise<boolean>): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (!(await isTrue())) if (Date.now() > until) return false;
  return true;
}

/** Whoever was signed out by what they asked sees no state; the sealing anew ends with the session. */
function resealed({ counter }: DeskClient): Promise<boolean> {
  return comesTrue(() =>
    counter.status().then(
      ({ dataKey }) => dataKey === undefined,
      () => true,
    ),
  );
}

/** And what the contract's samples say under the same names. */
function withSamples(known: KnownTexts): KnownTexts {
  const texts: Record<string, string[]> = Object.fromEntries(
    Object.entries(known).map(([field, some]) => [field, [...some, ...some]]),
  );
  const take = (value: unknown, field: string): void => {
    if (typeof value === 'string') texts[field] = [...(texts[field] ?? []), value];
    else if (Array.isArray(value)) for (const part of value) take(part, field);
    else if (typeof value === 'object' && value !== null && !(value instanceof Blob))
      for (const [key, part] of Object.entries(value)) take(part, key);
  };
  take(deskSamples, '');
  return texts;
}

/** The right is another test's business: here it is the input that is looked at. */
function doorOf(program: Program, state: { role: Role; bug: unknown }): DeskDoor {
  return {
    ...program.door,
    onBug: (error, path) => {
      state.bug = error;
      return program.door.onBug(error, path);
    },
    caller: () => {
      const staff = program.door.caller();
      return staff && { ...staff, role: state.role };
    },
  };
}

async function sampleStaff(resources: string) {
  const { staff } = await readTrial(resources);
  const clerk = staff.find(({ role }) => role === 'clerk');
  const supervisor = staff.find(({ role }) => role === 'supervisor');
  if (!clerk || !supervisor) throw new Error('the sample staff lacks somebody');
  return { clerk, supervisor };
}

/** The folder in which this start keeps its journal. */
async function findTrial(userData: string): Promise<string | undefined> {
  return [userData, join(userData, 'trial')].find((folder) => readdirSync(folder).includes('journal'));
}

const sealedIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.sealed'));

function listing(folder: string, ending: string): string {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => `${name} ${statSync(join(folder, name)).size}`)
    .join();
}
