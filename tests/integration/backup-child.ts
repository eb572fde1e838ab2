/**
 * A live counter that is killed amid its backup, once half of it has been copied. `node backup-child.ts DIR PASSPHRASE`; the place was
 * chosen before.
 */
import { administrator, signInLive, startAgain } from './live-kit.ts';
import { computerIn } from './program-kit.ts';

const [dir = '', passphrase = ''] = process.argv.slice(2);
const { desk } = await startAgain(computerIn(dir));
await signInLive(desk, { ...administrator, passphrase });
void desk.backup.make();
for (;;) {
  const { running } = await desk.backup.state();
  if (running?.step === 'copying' && running.doneMebibytes > running.totalMebibytes / 2) process.kill(process.pid, 'SIGKILL');
}
