/**
 * `npm start`: builds what is not built, picks the host, says which one and why, and runs the program. Where there is no display it
 * runs the demo instead, so that the command does the program's work anywhere. Arguments are passed on.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  chooseHost,
  findElectron,
  findWantedHost,
  type HostChoice,
  HostChoiceError,
  type HostFacts,
} from '../electron/host/choose-host.ts';
import { ChromiumError } from '../electron/host/chromium/chromium-error.ts';
import { findChromium } from '../electron/host/chromium/find-chromium.ts';
import { ensureBuilt } from './ensure-built.ts';
import { getElectron } from './get-electron.ts';
import { hasDisplay } from './has-display.ts';

const root = join(import.meta.dirname, '..');
const electronPackage = join(root, 'node_modules', 'electron');
const demo = ['run', '--silent', 'demo', '--', '--out', 'out/demo'];
const say = (line: string) => console.log(line);

async function findFacts(): Promise<HostFacts> {
  const chromium = await findChromium().catch((error: unknown) => {
    if (error instanceof ChromiumError) return { missing: error.message };
    throw error;
  });
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return { electron: await findElectron(electronPackage), chromium, isRoot };
}

function runProgram({ host, binary }: HostChoice, args: string[]): Promise<number> {
  const main = join(root, 'out', 'main', 'main.js');
  // Set in the terminals of some editors; Electron would then be a plain Node.
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env;
  if (host === 'electron') return run(binary, [root, ...args], env);
  return run(process.execPath, [main, ...args], { ...env, TALENT_COUNTER_CHROMIUM: binary });
}

/** Its exit code. The program ends itself when it is asked to; this one only waits for it. */
function run(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function start(args: string[]): Promise<number> {
  const wanted = findWantedHost(args);
  if (!hasDisplay(process.platform, process.env)) {
    say('There is no display here, so the demo runs instead, into out/demo.');
    return run('npm', [...demo, ...(wanted === undefined ? [] : [`--host=${wanted}`])]);
  }
  if (wanted === 'electron') await getElectron(electronPackage, say);
  const choice = chooseHost(wanted, await findFacts());
  ensureBuilt(root, say);
  say(`Starting on ${choice.host === 'electron' ? 'Electron' : `Chromium (${choice.binary})`}: ${choice.why}.`);
  return runProgram(choice, args);
}

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  // A sentence for a person where we have one; a stack only for a bug.
  console.error(error instanceof HostChoiceError ? error.message : error);
  process.exitCode = 1;
}
