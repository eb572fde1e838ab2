import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { launchElectron } from './electron-launch.ts';

export type HostName = 'chromium-host' | 'electron-host';

/** What every address of the desk begins with. */
export const deskOrigin: Record<HostName, string> = {
  'chromium-host': 'https://desk.talent-counter.invalid',
  'electron-host': 'app://desk',
};

/** Where one counter keeps its data and puts its papers. */
export interface Place {
  readonly dir: string;
  readonly data: string;
  readonly papers: string;
  /** A film (.mjpeg) that the computer's camera shows; without one it has none. */
  readonly camera?: string;
  remove(): void;
}

export function newPlace(): Place {
  const dir = mkdtempSync(join(tmpdir(), 'counter-e2e-'));
  // Whoever the browser runs as must get through to its own folder in there.
  chmodSync(dir, 0o711);
  return {
    dir,
    data: join(dir, 'data'),
    papers: join(dir, 'papers'),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** The program, running, with its desk in Playwright's hands. */
export interface RunningDesk {
  readonly on: HostName;
  readonly page: Page;
  readonly place: Place;
  /** The program's own process. */
  readonly pid: number;
  /** What the program logged. */
  readonly log: readonly string[];
  /** What it runs on, in its own words. */
  readonly host: string;
  /** As a power cut would: nothing is saved, closed or said. */
  kill(): Promise<void>;
  /** As a person quits. */
  close(): Promise<void>;
}

export function startDesk(on: HostName, place: Place): Promise<RunningDesk> {
  return on === 'electron-host' ? startOnElectron(place) : startOnChromium(place);
}

async function startOnElectron(place: Place): Promise<RunningDesk> {
  const { app, desk, close } = await launchElectron(place);
  const program = app.process();
  const log = keepLines(program);
  return {
    on: 'electron-host',
    page: desk,
    place,
    pid: program.pid ?? 0,
    log,
    host: 'Electron',
    kill: () => killed(program),
    close: async () => {
      if (program.exitCode === null && program.signalCode === null) await close();
    },
  };
}

interface Started {
  endpoint: string;
  pid: number;
  host: string;
}

async function startOnChromium(place: Place): Promise<RunningDesk> {
  const script = join(import.meta.dirname, 'run-program.ts');
  const args = [
    script,
    '--cheap-pins',
    '--data',
    place.data,
    '--papers',
    place.papers,
    ...(place.camera ? ['--camera', place.camera] : []),
  ];
  const program = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const log = keepLines(program);
  const { endpoint, pid, host } = await started(program, log);
  const browser = await chromium.connectOverCDP(endpoint);
  return {
    on: 'chromium-host',
    page: await findDesk(() => browser.contexts().flatMap((context) => context.pages())),
    place,
    pid,
    log,
    host,
    kill: () => killed(program),
    close: async () => {
      if (program.exitCode !== null || program.signalCode !== null) return;
      // The program ends with its standard input; one that doesn't is no reason to leave it behind.
      const ended = once(program, 'exit');
      program.stdin?.end();
      const late = await Promise.race([ended.then(() => false), sleep(20_000, true, { ref: false })]);
      if (late) program.kill('SIGKILL');
      await ended;
      if (late) throw new Error('the program did not end by itself');
    },
  };
}

async function started(program: ChildProcess, log: readonly string[]): Promise<Started> {
  if (!program.stdout) throw new Error('no standard output');
  const lines = createInterface({ input: program.stdout });
  const first = once(lines, 'line').then(([line]) => JSON.parse(String(line)) as Started);
  const ended = once(program, 'exit').then(([code]): never => {
    throw new Error(`the program ended with ${code} before its desk was open:\n${log.join('\n')}`);
  });
  return Promise.race([first, ended]);
}

async function findDesk(pages: () => Page[]): Promise<Page> {
  for (const until = performance.now() + 30_000; performance.now() < until; await sleep(20)) {
    const desk = pages().find((page) => page.url().startsWith(`${deskOrigin['chromium-host']}/`));
    if (desk) return desk;
  }
  throw new Error('no desk was opened');
}

async function killed(program: ChildProcess): Promise<void> {
  const ended = once(program, 'exit');
  program.kill('SIGKILL');
  await ended;
}

function keepLines(program: ChildProcess): string[] {
  const log: string[] = [];
  if (program.stderr) createInterface({ input: program.stderr }).on('line', (line) => log.push(line));
  return log;
}
