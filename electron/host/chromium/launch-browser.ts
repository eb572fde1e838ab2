import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { browserFlags } from './browser-flags.ts';
import { type BrowserIdentity, displayKey, prepareIdentity } from './browser-identity.ts';
import { CdpPipe } from './cdp-pipe.ts';
import { ChromiumError } from './chromium-error.ts';
import { writePreferences } from './profile-preferences.ts';

export interface LaunchOptions {
  binary: string;
  userData: string;
  headless: boolean;
  debugPort: number | undefined;
  fakeCamera?: string | undefined;
}

export interface Browser {
  readonly cdp: CdpPipe;
  readonly pid: number;
  /** `156.0.8078.79` */
  readonly version: string;
  /** `as an unprivileged user in its own sandbox` */
  readonly words: string;
  readonly debugEndpoint: string | undefined;
  readonly exited: Promise<BrowserExit>;
  /** Asks the browser to close, and ends it where it doesn't in time. */
  close(): Promise<void>;
}

export interface BrowserExit {
  code: number | null;
  signal: string | null;
}

const closeTimeoutMs = 5_000;
const startTimeoutMs = 30_000;
const profileInUse = 21;

export async function launchBrowser(options: LaunchOptions): Promise<Browser> {
  const profile = join(options.userData, 'pages');
  await writePreferences(profile);
  const identity = await prepareIdentity(options.userData, profile);
  const asRoot = process.getuid?.() === 0 && identity.user === undefined;
  try {
    return await start(options, profile, { identity, sandbox: !asRoot });
  } catch (error) {
    if (!(error instanceof ChromiumError) || error.code !== 'sandbox-unavailable' || identity.user === undefined) throw error;
    // A container that forbids user namespaces: a user of its own is then the only wall left, and the description says so.
    return start(options, profile, { identity: { ...identity, words: 'as an unprivileged user' }, sandbox: false });
  }
}

interface Walls {
  identity: BrowserIdentity;
  sandbox: boolean;
}

async function start(options: LaunchOptions, profile: string, { identity, sandbox }: Walls): Promise<Browser> {
  await rm(join(profile, 'DevToolsActivePort'), { force: true });
  const smallSharedMemory = process.platform === 'linux' && (await isSharedMemorySmall());
  const child = spawn(options.binary, browserFlags({ ...options, profile, sandbox, smallSharedMemory }), {
    // A group of its own, so that a terminal's Ctrl+C reaches only the program, and that its end ends all of it.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: browserEnvironment(identity, profile),
    ...identity.user,
  });
  const exited = new Promise<BrowserExit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
  const complaints = keepTail(child);
  const cdp = new CdpPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const timeout = AbortSignal.timeout(startTimeoutMs);
  const late = new Promise<never>((_, reject) => timeout.addEventListener('abort', () => reject(new Error('no answer in time'))));
  try {
    const { product } = await Promise.race([cdp.browser.send('Browser.getVersion'), late]);
    const debugEndpoint = options.debugPort === undefined ? undefined : await findDebugEndpoint(profile);
    return {
      cdp,
      pid: child.pid ?? 0,
      version: String(product).replace(/^.*\//, ''),
      words: sandbox ? identity.words : `${identity.words}, without the browser's sandbox`,
      debugEndpoint,
      exited,
      close: () => close(cdp, child, exited),
    };
  } catch (cause) {
    endGroup(child, 'SIGKILL');
    throw explain(await exited, complaints(), cause);
  }
}

async function close(cdp: CdpPipe, child: ChildProcess, exited: Promise<BrowserExit>): Promise<void> {
  const patience = new AbortController();
  const tooLong = (ms: number) => sleep(ms, true, { signal: patience.signal }).catch(() => false);
  cdp.browser.send('Browser.close').catch(() => {});
  const ended = exited.then(() => false);
  if (await Promise.race([ended, tooLong(closeTimeoutMs)])) {
    endGroup(child, 'SIGTERM');
    if (await Promise.race([ended, tooLong(closeTimeoutMs)])) endGroup(child, 'SIGKILL');
  }
  patience.abort();
  await exited;
  // Its helpers end by themselves when they notice, which on a busy machine takes a while; they have nothing left to do or to keep.
  endGroup(child, 'SIGKILL');
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
}

function explain(exit: BrowserExit, complaints: string, cause: unknown): ChromiumError {
  if (exit.code === profileInUse)
    return new ChromiumError('profile-in-use', 'Another browser is using this data folder. Close it, then start again.');
  if (/No usable sandbox|setuid_sandbox_host|Failed to move to new namespace/.test(complaints)) {
    const hint = 'Allow unprivileged user namespaces, or install the chromium-sandbox package, then start again.';
    return new ChromiumError('sandbox-unavailable', `This system gives the browser no sandbox. ${hint}`, { cause });
  }
  const how = exit.signal ?? exit.code ?? 'could not be run';
  return new ChromiumError('start-failed', `The browser did not start (${how}). ${complaints.trim().split('\n').at(-1) ?? ''}`, {
    cause,
  });
}

function keepTail(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    tail = (tail + chunk.toString('utf8')).slice(-8_192);
  });
  return () => tail;
}

// What a desktop program needs to find its display, language and input method; no secret of ours is among it.
const passedOn =
  /^(PATH|LANG|LANGUAGE|LC_\w+|TZ|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|XDG_\w+|DBUS_\w+|GTK_\w+|GDK_\w+|QT_\w+|XMODIFIERS|IBUS_\w+|FCITX_\w+|FONTCONFIG_\w+|HOME|USER|LOGNAME|TMPDIR)$/;

function browserEnvironment(identity: BrowserIdentity, profile: string): NodeJS.ProcessEnv {
  const env =
    process.platform === 'win32'
      ? process.env
      : Object.fromEntries(Object.entries(process.env).filter(([name]) => passedOn.test(name)));
  if (identity.user === undefined) return env;
  const home = {
    HOME: profile,
    XDG_CONFIG_HOME: join(profile, 'config'),
    XDG_CACHE_HOME: join(profile, 'cache'),
    XDG_DATA_HOME: join(profile, 'data'),
    XAUTHORITY: displayKey(profile),
  };
  return { ...env, ...home };
}

async function isSharedMemorySmall(): Promise<boolean> {
  const wantedBytes = 512 * 1024 * 1024;
  const there = await statfs('/dev/shm').catch(() => undefined);
  return there === undefined || there.bavail * there.bsize < wantedBytes;
}

async function findDebugEndpoint(profile: string): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')).split('\n');
    if (port) return `http://127.0.0.1:${port}`;
    await sleep(25);
  }
  throw new ChromiumError('start-failed', 'The browser opened no debugging port.');
}
