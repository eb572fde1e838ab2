/**
 * The program as main starts it: goes live where it can, and at a live counter looks and quits. `node live-start-child.ts DIR`
 */
import { createRouterClient } from '@orpc/server';
import { startChromiumHost } from '../../electron/host/chromium/chromium-host.ts';
import { startAgain } from '../../electron/host/start-host.ts';
import { startProgram } from '../../electron/program/program.ts';
import { liveForm, typedBack } from './live-kit.ts';
import { cheapScrypt, computerIn } from './program-kit.ts';

const { paths } = computerIn(process.argv[2] ?? '');
const host = await startChromiumHost({ ...paths, headless: true, log: () => {} });
const program = await startProgram({ host, scrypt: cheapScrypt, onStartAgain: startAgain });
const desk = createRouterClient(program.router, { context: { door: program.door } });
const { phase, trial } = await desk.session.state();
if (phase === 'enrol') await desk.goingLive.confirm(typedBack(await desk.goingLive.prepare(liveForm)));
else {
  if (trial) process.exitCode = 1;
  await program.close();
}
