import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChromiumHost, startChromiumHost } from '../../electron/host/chromium/chromium-host.ts';
import type { Port } from '../../electron/host/port.ts';

/** A folder of the program's with pages of a test's own in place of the built ones. */
export interface HostFolder {
  readonly root: string;
  readonly userData: string;
  readonly renderer: string;
  remove(): void;
}

const pageOf = (script: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>test</title><script type="module" src="/assets/${script}"></script></head><body></body></html>`;

/** What every test page begins with: asks for its port, as renderer/page-port.ts does. */
const portCode = `
const port = await new Promise((resolve) => {
  addEventListener('message', (event) => event.data?.type === 'talent-counter-port' && resolve(event.ports[0]));
  postMessage({ type: 'talent-counter-port-wanted' }, location.origin);
});
const answer = (value) => port.postMessage(JSON.stringify(value ?? null));
`;

/**
 * A page that does what it is told: text that begins with \`run:\` is the body of an async function whose JSON value comes back, taken
 * from a file of its own, since the pages' policy forbids eval. Everything else comes back as it is.
 */
export function makeHostFolder(tasks: Record<string, string> = {}): HostFolder {
  const root = mkdtempSync(join(tmpdir(), 'host-'));
  // The browser's own user has to get through to its profile.
  chmodSync(root, 0o711);
  const renderer = join(root, 'renderer');
  for (const folder of ['desk', 'records', 'assets']) mkdirSync(join(renderer, folder), { recursive: true });
  const body = Object.entries(tasks).map(([name, code]) => `${JSON.stringify(name)}: async () => { ${code} }`);
  const script = `${portCode}
const tasks = { ${body.join(',\n')} };
port.onmessage = async ({ data }) => {
  if (typeof data !== 'string' || !data.startsWith('run:')) return port.postMessage(data);
  try { answer({ value: (await tasks[data.slice(4)]()) ?? null }); } catch (error) { answer({ error: String(error) }); }
};
port.start();`;
  writeFileSync(join(renderer, 'assets', 'test.js'), script);
  for (const page of ['desk', 'records']) writeFileSync(join(renderer, page, 'index.html'), pageOf('test.js'));
  const userData = join(root, 'data');
  return { root, userData, renderer, remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }) };
}

export interface StartedHost {
  readonly host: ChromiumHost;
  readonly lines: string[];
}

/** Starts the host headless on the system's browser. Without one it fails, and says what to install. */
export async function startHost(
  { root, userData, renderer }: HostFolder,
  extra: { debugPort?: number } = {},
): Promise<StartedHost> {
  const lines: string[] = [];
  const host = await startChromiumHost({
    userData,
    papers: join(root, 'papers'),
    resources: join(root, 'resources'),
    renderer,
    headless: true,
    log: (line) => lines.push(line),
    ...extra,
  });
  return { host, lines };
}

/** The desk's port, each time that the page was loaded. */
export function openDesk(host: ChromiumHost): { first: Promise<Port>; all: Port[]; loaded: Promise<void> } {
  const all: Port[] = [];
  const { promise: first, resolve } = Promise.withResolvers<Port>();
  const loaded = host.openDesk({
    title: 'test',
    onPort: (port) => {
      all.push(port);
      resolve(port);
    },
  });
  return { first, all, loaded };
}

/** The next message of a port. */
export function nextMessage(port: Port): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let taken = false;
    port.addEventListener('message', ({ data }) => {
      if (!taken) resolve(data);
      taken = true;
    });
    port.addEventListener('close', () => reject(new Error('the port was closed')));
  });
}

/** Runs a task of the test page's and gives its value; throws what it threw. */
export async function run(port: Port, task: string): Promise<unknown> {
  const answer = nextMessage(port);
  port.postMessage(`run:${task}`);
  const { value, error } = JSON.parse(String(await answer)) as { value?: unknown; error?: string };
  if (error !== undefined) throw new Error(error);
  return value;
}

export interface ProcessSeen {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** All processes of this machine whose command line names the folder: the browser's, and nobody else's. */
export function processesOf({ userData }: HostFolder): ProcessSeen[] {
  const seen: ProcessSeen[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const parent = Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]);
      seen.push({ pid: Number(name), parent, command });
    } catch {
      // Ended while it was looked at.
    }
  }
  const own = new Set(seen.filter(({ command }) => command.includes(`--user-data-dir=${userData}/`)).map(({ pid }) => pid));
  for (let grown = true; grown; ) {
    grown = false;
    for (const { pid, parent } of seen) {
      if (!own.has(pid) && own.has(parent)) grown = Boolean(own.add(pid));
    }
  }
  return seen.filter(({ pid }) => own.has(pid));
}

/** The browser itself, without its helpers. */
export function browserOf(folder: HostFolder): ProcessSeen[] {
  return processesOf(folder).filter(({ command }) => command.includes('--user-data-dir=') && !command.includes('--type='));
}
