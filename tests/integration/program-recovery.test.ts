import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HostSecrets } from '../../electron/host/host.ts';
import { administrator, goLive, liveForm, signInLive, startAgain } from './live-kit.ts';
import { type Computer, newComputer, type Running, refused, start } from './program-kit.ts';
import { somebody } from './program-people.ts';
import { newKeyring } from './vault-kit.ts';

let computer: Computer;
let running: Running;
let recoveryKey: string;
let passphrase: string | undefined;
beforeEach(() => {
  computer = newComputer();
}, 180_000);
afterEach(async () => {
  await running?.close();
  computer?.remove();
});

const bai = { number: '1003', name: '白雪', role: 'clerk', pin: '730158' } as const;
const newPin = '518306';
const clerkPin = '905162';

/** A live counter with a clerk who has registered somebody, and nobody at the desk. */
async function workedAt(secrets?: HostSecrets): Promise<void> {
  const options = secrets ? { secrets } : {};
  running = await start(computer, options);
  ({ recoveryKey, passphrase } = await goLive(running));
  running = await startAgain(computer, options);
  await signInLive(running.desk, { ...administrator, passphrase });
  await running.desk.staff.enrol(bai);
  await running.desk.session.signOut();
  await signInLive(running.desk, bai);
  await running.desk.talents.register({ facts: somebody(1) });
  await running.close();
}

test('the recovery key lets an administrator in with a new PIN and a new passphrase; the records are there, everybody else gets a PIN anew', async () => {
  await workedAt();
  running = await startAgain(computer);
  const { desk } = running;
  const shown = await desk.recovery.check({ recoveryKey: recoveryKey.toLowerCase() });
  expect(shown.passphrase?.split(' ')).toHaveLength(6);
  const form = { recoveryKey, staffNumber: ' 8001', pin: newPin, passphrase: `${shown.passphrase?.toUpperCase()} ` };
  const state = await desk.recovery.complete(form);
  expect([state.phase, state.staff?.number, state.counterCode]).toEqual([
    'signed-in',
    '8001',
    liveForm.counterCode.toUpperCase(),
  ]);
  const recovered = running.entries.filter(({ kind }) => kind === 'vault.recovered');
  expect(recovered).toMatchObject([{ staffId: state.staff?.id, facts: { staffId: state.staff?.id, epoch: 1 } }]);
  expect((await desk.staff.list()).map(({ number, access }) => `${number} ${access}`)).toEqual(['8001 active', '1003 no-pin']);
  const clerk = (await desk.staff.list()).find(({ number }) => number === '1003');
  await desk.staff.resetPin({ staffId: clerk?.id as never, pin: clerkPin });
  await running.close();

  running = await startAgain(computer);
  const again = { desk: running.desk };
  expect((await refused(signInLive(again.desk, { ...administrator, passphrase }))).code).toBe('passphrase-wrong');
  const words = shown.passphrase;
  expect((await refused(signInLive(again.desk, { ...administrator, passphrase: words }))).code).toBe('wrong-credentials');
  await signInLive(again.desk, { number: '1003', pin: clerkPin, passphrase: words });
  expect(await again.desk.talents.likely({ idNumber: somebody(1).document.number })).toHaveLength(1);
}, 120_000);

test('a mistyped key, another key, a clerk’s number, a poor PIN and a passphrase that was not copied change nothing', async () => {
  await workedAt();
  running = await startAgain(computer);
  const { desk } = running;
  const swapped = recoveryKey.startsWith('7') ? `8${recoveryKey.slice(1)}` : `7${recoveryKey.slice(1)}`;
  expect((await refused(desk.recovery.check({ recoveryKey: swapped }))).code).toBe('recovery-key-mistyped');
  const form = { recoveryKey, staffNumber: '8001', pin: newPin };
  expect((await refused(desk.recovery.complete(form))).data).toEqual({ fields: [{ path: 'passphrase', code: 'not-as-shown' }] });
  const shown = (await desk.recovery.check({ recoveryKey })).passphrase;
  const whole = { ...form, passphrase: shown };
  expect((await refused(desk.recovery.complete({ ...whole, passphrase: 'ba ma la' }))).code).toBe('field-refused');
  expect((await refused(desk.recovery.complete({ ...whole, staffNumber: '1003' }))).code).toBe('not-an-administrator');
  expect((await refused(desk.recovery.complete({ ...whole, staffNumber: '4711' }))).code).toBe('not-an-administrator');
  expect((await refused(desk.recovery.complete({ ...whole, pin: '111111' }))).data).toEqual({
    fields: [{ path: 'pin', code: 'pin-too-simple' }],
  });
  expect((await desk.session.state()).phase).toBe('signed-out');
  expect(running.entries.filter(({ kind }) => kind === 'vault.recovered')).toEqual([]);
  // Everything is as it was: the old passphrase, the old PINs.
  await signInLive(desk, { ...bai, passphrase });
  expect((await refused(desk.recovery.check({ recoveryKey }))).code).toBe('not-enrolled');
}, 120_000);

test('after five wrong keys the next one waits, the right one too', async () => {
  await workedAt();
  running = await startAgain(computer);
  const { desk } = running;
  for (let n = 1; n <= 5; n += 1)
    expect((await refused(desk.recovery.check({ recoveryKey: `WRONG-${n}` }))).code).toBe('recovery-key-mistyped');
  expect(await refused(desk.recovery.check({ recoveryKey }))).toEqual({ code: 'too-many-attempts', data: { waitSeconds: 30 } });
}, 120_000);

test('a keyring that is gone, or comes back with another secret, is told; by the recovery key the counter goes on with the new one', async () => {
  await workedAt(newKeyring());
  // The same computer, but the keyring was made anew.
  running = await startAgain(computer, { secrets: newKeyring() });
  expect((await refused(signInLive(running.desk, bai))).code).toBe('keyring-unavailable');
  expect((await running.desk.session.state()).phase).toBe('signed-out');
  await running.close();
  // No keyring at all (or Electron's `basic_text`, which counts as none): a passphrase was never given to this office.
  running = await startAgain(computer);
  expect((await refused(signInLive(running.desk, bai))).code).toBe('passphrase-needed');
  await running.close();
  const ring = newKeyring();
  running = await startAgain(computer, { secrets: ring });
  expect(await running.desk.recovery.check({ recoveryKey })).toEqual({});
  await running.desk.recovery.complete({ recoveryKey, staffNumber: '8001', pin: newPin });
  await running.close();
  running = await startAgain(computer, { secrets: ring });
  expect((await signInLive(running.desk, { number: '8001', pin: newPin })).phase).toBe('signed-in');
}, 120_000);

test('试用 has nothing to recover', async () => {
  running = await start(computer);
  await running.desk.session.startTrial();
  expect((await refused(running.desk.recovery.check({ recoveryKey: 'ABCD' }))).code).toBe('not-enrolled');
}, 60_000);
