import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ORPCError } from '@orpc/client';
import { createRouterClient } from '@orpc/server';
import { startChromiumHost } from '../../electron/host/chromium/chromium-host.ts';
import type { Host, HostSecrets } from '../../electron/host/host.ts';
import { type CounterClock, systemClock } from '../../electron/program/counter-clock.ts';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import { logFolder } from '../../electron/program/log-file.ts';
import { type Program, type ProgramOptions, startProgram } from '../../electron/program/program.ts';
import { keptLog } from '../../electron/program/program-log.ts';
import { type ProgramPaths, programPaths } from '../../electron/program/program-paths.ts';
import { readTrial } from '../../electron/program/trial.ts';
import type { PrintJob } from '../../shared/contract/paper-calls.ts';
import type { SessionState } from '../../shared/contract/session-calls.ts';
import type { Entry } from '../../shared/domain/entry.ts';
import type { JobId } from '../../shared/domain/ids.ts';
import type { PaperSubject } from '../../shared/domain/paper/printed-paper.ts';
import { chinaDateAt } from '../../shared/domain/plain-date.ts';
import type { RefusalCode } from '../../shared/domain/refusal.ts';
import { buildOnce } from './program-build.ts';

export const root = join(import.meta.dirname, '..', '..');
/** Stretching a PIN at full cost is one test's business; the others have sixty sign-ins to do. */
export const cheapScrypt = { N: 2 ** 12, r: 8, p: 1 };

export const trial = await readTrial(join(root, 'resources'));
export type Role = (typeof trial.staff)[number]['role'];

/** The first of the sample staff with that role; `second` the one after. */
export function member(role: Role, second = false) {
  const found = trial.staff.filter((one) => one.role === role)[second ? 1 : 0];
  if (!found) throw new Error(`no ${role} on the sample staff`);
  return found;
}

/** A computer as far as the program knows it: a data folder, a folder printer, the program's files. */
export interface Computer {
  readonly dir: string;
  readonly paths: ProgramPaths;
  remove(): void;
}

export function newComputer(resources = join(root, 'resources')): Computer {
  buildOnce(root);
  const dir = mkdtempSync(join(tmpdir(), 'counter-'));
  // Whoever the browser runs as must get through to its own folder in there.
  chmodSync(dir, 0o711);
  return computerIn(dir, resources);
}

/** A computer that is there already. */
export function computerIn(dir: string, resources = join(root, 'resources')): Computer {
  return {
    dir,
    paths: { ...programPaths(root, { data: join(dir, 'data'), papers: join(dir, 'papers') }), resources },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

export interface Running {
  readonly host: Host;
  readonly program: Program;
  readonly desk: DeskClient;
  /** What was logged, and what was journaled, since the start. */
  readonly lines: readonly string[];
  readonly entries: readonly Entry[];
  close(): Promise<void>;
}

export interface StartOptions {
  readonly clock?: CounterClock;
  readonly scrypt?: typeof cheapScrypt | undefined;
  readonly onEntry?: (entry: Entry, program: Program) => void;
  /** A keyring, which the browser's host never has. */
  readonly secrets?: HostSecrets;
  /** What the program takes for free bytes on its disk. */
  readonly diskFree?: (folder: string) => Promise<number>;
  readonly backup?: ProgramOptions['backup'];
  /** What the central side has. */
  readonly central?: ProgramOptions['central'];
  readonly housekeeping?: ProgramOptions['housekeeping'];
}

/** The program on the real browser, without its window: what the window would ask is asked through `desk`. */
export async function start(
  computer: Computer,
  { clock, onEntry, secrets, diskFree, backup, central, housekeeping, ...given }: StartOptions = {},
): Promise<Running> {
  const lines: string[] = [];
  const entries: Entry[] = [];
  const log = keptLog(join(computer.paths.userData, logFolder), (line) => lines.push(line));
  const scrypt = 'scrypt' in given ? given.scrypt : cheapScrypt;
  const chromium = await startChromiumHost({ ...computer.paths, headless: true, log: log.line });
  const host = secrets ? withSecrets(chromium, secrets) : chromium;
  try {
    const program: Program = await startProgram({
      host,
      log,
      ...(clock && { clock }),
      ...(scrypt && { scrypt }),
      ...(diskFree && { diskFree }),
      ...(backup && { backup }),
      ...(central && { central }),
      ...(housekeeping && { housekeeping }),
      onEntry: (entry) => {
        entries.push(entry);
        onEntry?.(entry, program);
      },
    });
    const desk = createRouterClient(program.router, { context: { door: program.door } });
    return { host, program, desk, lines, entries, close: () => program.close().finally(log.close) };
  } catch (error) {
    await host.close();
    throw error;
  }
}

function withSecrets(host: Host, secrets: HostSecrets): Host {
  return {
    name: host.name,
    description: host.description,
    paths: host.paths,
    secrets,
    openRecordsPage: () => host.openRecordsPage(),
    openDesk: (options) => host.openDesk(options),
    handsOnDesk: () => host.handsOnDesk(),
    onSecondStart: (listener) => host.onSecondStart(listener),
    onQuit: (listener) => host.onQuit(listener),
    onSuspend: (listener) => host.onSuspend(listener),
    onResume: (listener) => host.onResume(listener),
    close: () => host.close(),
  };
}

/** Started, enrolled for the trial, and the clerk sits at the desk. */
export async function startSignedIn(computer: Computer, options?: StartOptions): Promise<Running> {
  const running = await start(computer, options);
  try {
    await signIn(running.desk);
  } catch (error) {
    await running.close();
    throw error;
  }
  return running;
}

/** Enrols where that is still to be done, and signs in. */
export async function signIn(desk: DeskClient, who = member('clerk')): Promise<SessionState> {
  if ((await desk.session.state()).phase === 'enrol') await desk.session.startTrial();
  return desk.session.signIn({ staffNumber: who.number, pin: who.pin });
}

/** The system's clock, set forward (or back) by that much; by a function, it can be set while the program runs. */
export function clockAhead(days: number | (() => number)): CounterClock {
  const real = systemClock();
  const daysNow = () => (typeof days === 'number' ? days : days());
  const nowMs = () => real.nowMs() + daysNow() * 86_400_000;
  return {
    ...real,
    nowMs,
    today: () => chinaDateAt(nowMs()),
    at: () => ({ ...real.at(), wall: new Date(nowMs()).toISOString() }),
  };
}

/** How a call was refused; throws where it was not, or by a bug. */
export async function refused(call: Promise<unknown>): Promise<{ code: RefusalCode; data: Record<string, unknown> }> {
  const error = await call.then(
    () => new Error('it was not refused'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ORPCError) || error.status !== 400) throw error;
  return { code: error.code as RefusalCode, data: error.data };
}

/** How calls that were made at the same time ended: what they gave, and the codes of those refused. */
export async function outcomes<T>(calls: readonly Promise<T>[]): Promise<{ given: T[]; codes: RefusalCode[] }> {
  const given: T[] = [];
  const codes: RefusalCode[] = [];
  for (const settled of await Promise.allSettled(calls)) {
    if (settled.status === 'fulfilled') given.push(settled.value);
    else codes.push((await refused(Promise.reject(settled.reason))).code);
  }
  return { given, codes };
}

/** Prints, and waits until it lies in the folder. */
export async function print(desk: DeskClient, subject: PaperSubject & { reprintReason?: string }): Promise<PrintJob> {
  const { jobId } = await desk.papers.print(subject);
  return finished(desk, jobId);
}

/** The job once nothing more happens to it by itself. */
export async function finished(desk: DeskClient, jobId: JobId): Promise<PrintJob> {
  for (;;) {
    const job = (await desk.papers.jobs()).find(({ id }) => id === jobId);
    if (job && ['done', 'failed', 'held'].includes(job.state)) return job;
    await sleep(5);
  }
}
