/** `npm run demo -- --out DIR [--talents N] [--roster FILE] [--host=…]`: a day at the counter through the real program, unattended. */
import { join } from 'node:path';
import { chooseHost, findWantedHost, HostChoiceError } from '../electron/host/choose-host.ts';
import { DemoError } from '../electron/program/demo/demo-error.ts';
import { readDemoOptions } from '../electron/program/demo/demo-options.ts';
import { ensureBuilt } from './ensure-built.ts';
import { findFacts, hostEnvironment, root, run } from './this-machine.ts';

try {
  const args = process.argv.slice(2);
  // What is wrong with the command is said before anything is built; main reads it again.
  readDemoOptions(args, join(root, 'resources'));
  const { host, binary } = chooseHost(findWantedHost(args), await findFacts());
  ensureBuilt(root, (line) => console.log(line));
  const main = join(root, 'out', 'main', 'demo.js');
  process.exitCode =
    host === 'electron'
      ? await run(binary, [main, ...args], hostEnvironment(undefined))
      : await run(process.execPath, [main, ...args], hostEnvironment(binary));
} catch (error) {
  // A sentence for a person where we have one; a stack only for a bug.
  console.error(error instanceof HostChoiceError || error instanceof DemoError ? error.message : error);
  process.exitCode = 1;
}
