/**
 * A first sign-in at a live counter, killed the moment the first entry of that kind is durable.
 * `node live-child.ts DIR PASSPHRASE KIND`
 */
import { administrator, signInLive } from './live-kit.ts';
import { computerIn, start } from './program-kit.ts';

const [dir = '', passphrase = '', lastKind] = process.argv.slice(2);
const { desk } = await start(computerIn(dir), {
  onEntry: ({ kind }) => {
    if (kind === lastKind) process.kill(process.pid, 'SIGKILL');
  },
});
await signInLive(desk, { ...administrator, passphrase });
