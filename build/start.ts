/**
 * `npm start`: builds what is not built, picks the host, says which one and why, and runs the program. Where there is no display it
 * runs the demo instead, so that the command does the program's work anywhere. Arguments are passed on.
 */
import { join } from 'node:path';
import { chooseHost, findWantedHost, type HostChoice } from '../electron/host/choose-host.ts';
import { sayFault } from './command-error.ts';
import { ensureBuilt } from './ensure-built.ts';
import { ensureFonts } from './ensure-fonts.ts';
import { getElectron } from './get-electron.ts';
import { hasDisplay } from './has-display.ts';
import { electronPackage, findFacts, hostEnvironment, root, run } from './this-machine.ts';
import { untilItEnds } from './until-it-ends.ts';

const say = (line: string) => console.log(line);

function runProgram({ host, binary }: HostChoice, args: string[]): Promise<number> {
  if (host === 'electron') return run(binary, [root, ...args], hostEnvironment(undefined));
  const program = () => run(process.execPath, [join(root, 'out', 'main', 'main.js'), ...args], hostEnvironment(binary));
  // From 试用 to a live counter the program ends and is to be started anew; Electron sees to that itself.
  return untilItEnds(program);
}

async function start(args: string[]): Promise<number> {
  const wanted = findWantedHost(args);
  if (!hasDisplay(process.platform, process.env)) {
    say('There is no display here, so the demo runs instead, into out/demo.');
    const demo = [join(root, 'build', 'demo.ts'), '--out', join(root, 'out', 'demo')];
    return run(process.execPath, wanted === undefined ? demo : [...demo, `--host=${wanted}`]);
  }
  if (wanted === 'electron') await getElectron(electronPackage, say);
  const choice = chooseHost(wanted, await findFacts());
  await ensureFonts(root);
  ensureBuilt(root, say);
  say(`Starting on ${choice.host === 'electron' ? 'Electron' : `Chromium (${choice.binary})`}: ${choice.why}.`);
  return runProgram(choice, args);
}

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  sayFault(error);
  process.exitCode = 1;
}
