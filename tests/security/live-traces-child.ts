/**
 * A counter goes live, works, is given every secret that there is, and is killed amid a call. What was to be kept secret goes to the parent
 * by a channel of its own, since what it writes to its terminal is looked through too. `node live-traces-child.ts DIR`
 */
import { v7 } from 'uuid';
import type { DraftId } from '../../shared/domain/ids.ts';
import { administrator, goLive, signInLive, startAgain } from '../integration/live-kit.ts';
import { computerIn, print, start } from '../integration/program-kit.ts';
import { directTier, somebody } from '../integration/program-people.ts';
import { tracedClerk, tracedName, wrongPin } from './traced.ts';

const [dir = ''] = process.argv.slice(2);
const computer = computerIn(dir);
const { passphrase = '', recoveryKey } = await goLive(await start(computer));
process.send?.({ passphrase, recoveryKey });
const running = await startAgain(computer);
const { desk } = running;
for (const line of running.lines) process.stderr.write(`${line}\n`);
await signInLive(desk, { ...administrator, passphrase });
await desk.staff.enrol(tracedClerk);
await desk.session.signOut();
await signInLive(desk, { ...tracedClerk, passphrase });
const facts = somebody(7, tracedName);
const { personId } = await desk.talents.register({ facts });
const { matterId } = await desk.recognitions.receive({ personId, ...directTier });
await print(desk, { kind: 'receipt-received', matterId });
await desk.talents.uncoverIdNumber({ personId, reason: '核对原件' });
await desk.talents.search({ text: tracedName, limit: 10 });
await desk.drafts.save({ id: v7() as DraftId, title: tracedName, fields: { 'identity.name': tracedName } });
const wrong = { staffNumber: tracedClerk.number, pin: wrongPin, act: 'recognition.grant', subjectId: matterId } as const;
await desk.session.signOff(wrong).catch(() => undefined);
await desk.session.lock();
await desk.session.unlock({ pin: wrongPin }).catch(() => undefined);
await desk.session.unlock({ pin: tracedClerk.pin });
// A bug whose words are a person's.
running.program.door.onBug(new Error(`${tracedName} ${facts.document.number} ${wrongPin}`), 'talents.register');
await desk.diagnostics.gather();
await desk.diagnostics.save();
for (const line of running.lines) process.stderr.write(`${line}\n`);
// Amid an entry's way to the disk.
void desk.drafts.save({ id: v7() as DraftId, title: tracedName, fields: { 'identity.name': tracedName } });
void desk.talents.register({ facts: somebody(8, tracedName) });
process.nextTick(() => process.kill(process.pid, 'SIGKILL'));
