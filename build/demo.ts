/** `npm run demo -- --out DIR [--talents N] [--roster FILE] [--host=…]`: a day at the counter through the real program, unattended. */
import { join } from 'node:path';
import { chooseHost, findWantedHost } from '../electron/host/choose-host.ts';
import { readDemoOptions } from '../electron/program/demo/demo-options.ts';
import { sayFault } from './command-error.ts';
import { ensureBuilt } from './ensure-built.ts';
import { ensureFonts } from './ensure-fonts.ts';
import { findFacts, hostEnvironment, root, run } from './this-machine.ts';

try {
  const args = process.argv.slice(2);
  // What is wrong with the command is said before anything is built; main reads it again.
  readDemoOptions(args, join(root, 'resources'));
  const { host, binary } = chooseHost(findWantedHost(args), await findFacts());
  await ensureFonts(root);
  ensureBuilt(root, (line) => console.log(line));
  const main = join(root, 'out', 'main', 'demo.js');
  process.exitCode =
    host === 'electron'
      ? await run(binary, [main, ...args], hostEnvironment(undefined))
      : await run(process.execPath, [main, ...args], hostEnvironment(binary));
} catch (error) {
  sayFault(error);
  process.exitCode = 1;
}
