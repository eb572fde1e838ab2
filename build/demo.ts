/** `npm run demo -- --out DIR [--talents N] [--roster FILE] [--host=…]`: a day at the counter through the real program, unattended. */
import { join } from 'node:path';
import { chooseHost, findWantedHost, HostChoiceError } from '../electron/host/choose-host.ts';
import { ensureBuilt } from './ensure-built.ts';
import { findFacts, hostEnvironment, root, run } from './this-machine.ts';

try {
  const args = process.argv.slice(2);
  const { host, binary } = chooseHost(findWantedHost(args), await findFacts());
  ensureBuilt(root, (line) => console.log(line));
  const main = join(root, 'out', 'main', 'demo.js');
  process.exitCode =
    host === 'electron'
      ? await run(binary, [main, ...args], hostEnvironment(undefined))
      : await run(process.execPath, [main, ...args], hostEnvironment(binary));
} catch (error) {
  // A sentence for a person where we have one; a stack only for a bug.
  console.error(error instanceof HostChoiceError ? error.message : error);
  process.exitCode = 1;
}
