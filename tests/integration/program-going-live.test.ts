import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { untilItEnds } from '../../build/until-it-ends.ts';
import type { LiveSheet } from '../../shared/contract/going-live-calls.ts';
import type { EntryKind } from '../../shared/domain/entry.ts';
import { administrator, goLive, liveForm, signInLive, startAgain, typedBack } from './live-kit.ts';
import { type Computer, member, newComputer, type Running, refused, signIn, start, trial } from './program-kit.ts';
import { newKeyring } from './vault-kit.ts';

let computer: Computer;
let running: Running | undefined;
beforeEach(() => {
  computer = newComputer();
});
afterEach(async () => {
  await running?.close();
  running = undefined;
  computer?.remove();
});

const data = (...parts: string[]) => join(computer.dir, 'data', ...parts);
const open = async () => {
  running = await startAgain(computer);
  return running.desk;
};

/** Every file of 试用 but the browser's own, with its bytes. */
function trialFiles(): Record<string, string> {
  const parts = ['journal', 'vault', 'files', 'attachments', 'snapshot'].map((part) => data('trial', part));
  const files = parts.flatMap((part) => readdirSync(part, { recursive: true }).map((name) => join(part, String(name))));
  return Object.fromEntries(files.filter((file) => statSync(file).isFile()).map((file) => [file, readFileSync(file, 'base64')]));
}

/** On a computer that never saw the program. */
async function liveFromNothing(): Promise<LiveSheet> {
  running = await start(computer);
  return goLive(running);
}

describe('going live', () => {
  test('from an empty folder: the passphrase is asked once, and then the first administrator is alone at a counter that is no trial', async () => {
    const { passphrase, recoveryKey } = await liveFromNothing();
    expect(passphrase?.split(' ')).toHaveLength(6);
    expect(recoveryKey).toMatch(/^(\w{4}-){7}\w{4}$/);
    const desk = await open();
    expect(await desk.session.state()).toEqual({ phase: 'signed-out', trial: false, needsPassphrase: true });
    const state = await signInLive(desk, { ...administrator, passphrase });
    expect(state).toMatchObject({
      phase: 'signed-in',
      trial: false,
      counterCode: 'A01',
      office: { name: liveForm.officeName, enquiryPhone: '0471-6512345' },
      staff: { number: '8001', name: '赵敏', role: 'administrator' },
    });
    expect((await desk.staff.list()).map(({ number, access }) => [number, access])).toEqual([['8001', 'active']]);
    expect(
      (await desk.numbers.blocks()).map(({ series, start, end, trial: sample, left }) => [series, start, end, sample, left]),
    ).toEqual([
      ['card', 1, 500, false, 500],
      ['certificate', 1001, 1500, false, 500],
      ['matter', 2001, 2500, false, 500],
    ]);
    const kinds = running?.entries.map(({ kind }) => kind);
    expect(kinds).toEqual([
      'counter.enrolled',
      'staff.enrolled',
      'number-block.granted',
      'number-block.granted',
      'number-block.granted',
      'head-key.made',
      'policy-pack.adopted',
      'session.signed-in',
    ]);
    expect((await desk.counter.status()).trial).toBe(false);
  }, 60_000);

  test('ends the program by itself, with the wish to be started anew; what starts it does, once', async () => {
    const script = join(import.meta.dirname, 'live-start-child.ts');
    const runs: number[] = [];
    const code = await untilItEnds(async () => {
      const child = spawn(process.execPath, [script, computer.dir], { stdio: ['ignore', 'ignore', 'inherit'] });
      const [ended] = (await once(child, 'close')) as [number];
      runs.push(ended);
      return ended;
    });
    expect([code, runs]).toEqual([0, [75, 0]]);
  }, 60_000);

  test('from 试用: its folder stays as it is, and nobody and nothing of it is at the live counter', async () => {
    running = await start(computer);
    await signIn(running.desk, member('administrator'));
    await running.desk.goingLive.begin();
    expect(await running.desk.session.state()).toMatchObject({ phase: 'enrol', trialThere: true });
    expect((await refused(running.desk.talents.recent())).code).toBe('not-enrolled');
    expect((await refused(signInLive(running.desk, member('clerk')))).code).toBe('not-enrolled');
    const before = trialFiles();
    const { passphrase } = await goLive(running);
    expect(trialFiles()).toEqual(before);
    const desk = await open();
    for (const { number, pin } of trial.staff)
      expect((await refused(signInLive(desk, { number, pin, passphrase }))).code).toBe('wrong-credentials');
    const state = await signInLive(desk, administrator);
    expect(state.sampleStaff).toBeUndefined();
    expect((await desk.staff.list()).map(({ name }) => name)).toEqual([administrator.name]);
    expect(await desk.talents.recent()).toEqual([]);
    expect((await desk.session.lock()).sampleStaff).toBeUndefined();
    expect(trialFiles()).toEqual(before);
  }, 60_000);

  test('whoever looked at it and went back is in 试用 again', async () => {
    running = await start(computer);
    const { desk } = running;
    await signIn(desk, member('administrator'));
    await desk.goingLive.begin();
    await desk.goingLive.prepare(liveForm);
    expect((await desk.session.startTrial()).phase).toBe('signed-out');
    await signIn(desk);
    expect((await refused(desk.goingLive.prepare(liveForm))).code).toBe('already-enrolled');
    expect((await refused(desk.goingLive.begin())).code).toBe('not-allowed');
  }, 60_000);

  test('is refused at a counter that is live, and over what is left of one', async () => {
    const { passphrase } = await liveFromNothing();
    const desk = await open();
    expect((await refused(desk.goingLive.prepare(liveForm))).code).toBe('already-enrolled');
    expect((await refused(desk.goingLive.confirm({ words: ['', ''], group: '' }))).code).toBe('already-enrolled');
    await signInLive(desk, { ...administrator, passphrase });
    expect((await refused(desk.goingLive.begin())).code).toBe('already-enrolled');
    expect((await refused(desk.session.startTrial())).code).toBe('already-enrolled');
    await running?.close();
    rmSync(data('counter'), { recursive: true });
    mkdirSync(data('counter'));
    writeFileSync(data('counter', 'something'), '');
    const again = await open();
    expect((await refused(again.goingLive.prepare(liveForm))).code).toBe('counter-folder-taken');
    expect(readdirSync(data('counter'))).toEqual(['something']);
  }, 60_000);

  test('a live journal whose vault is gone is never taken for a computer without a counter', async () => {
    const { passphrase } = await liveFromNothing();
    await signInLive(await open(), { ...administrator, passphrase });
    await running?.close();
    rmSync(data('counter', 'vault'), { recursive: true });
    const desk = await open();
    expect(await desk.session.state()).toMatchObject({ phase: 'stopped', stopped: { reason: 'vault-damaged', file: 'vault' } });
  }, 60_000);

  test.each([
    [{ officeName: ' ', address: '' }, ['officeName required', 'address required']],
    [
      { enquiryPhone: '6512345', supervisionPhone: '热线' },
      ['enquiryPhone phone-area-code', 'supervisionPhone phone-characters'],
    ],
    [{ counterCode: '窗口一' }, ['counterCode not-a-counter-code']],
    [{ staffNumber: '12', staffName: '' }, ['staffNumber not-a-staff-number', 'staffName required']],
    [
      { cardFirst: '0', certificateCount: '许多', matterFirst: '999999' },
      ['cardFirst not-a-count', 'certificateCount not-a-count', 'matterCount range-too-long'],
    ],
    [{ pin: '12345' }, ['pin pin-too-short']],
    [{ pin: '７７７７７７' }, ['pin pin-too-simple']],
    [{ pin: '238001' }, ['pin pin-too-simple']],
    [{ pin: member('administrator').pin }, ['pin sample-pin']],
    [{ pin: '２４６８０１' }, ['pin sample-pin']],
    [{ staffNumber: '9001', staffName: '李静' }, ['staffName sample-staff']],
  ])(
    'refuses %o, field by field, and makes nothing',
    async (wrong, expected) => {
      running = await start(computer);
      const { code, data: details } = await refused(running.desk.goingLive.prepare({ ...liveForm, ...wrong }));
      expect(code).toBe('field-refused');
      expect((details['fields'] as { path: string; code: string }[]).map((field) => `${field.path} ${field.code}`)).toEqual(
        expected,
      );
      expect(existsSync(data('counter.new')) || existsSync(data('counter'))).toBe(false);
    },
    60_000,
  );
});

describe('the sheet with the keys', () => {
  test('is asked back before there is a counter: wrong words leave everything open', async () => {
    running = await start(computer);
    const { desk } = running;
    const sheet = await desk.goingLive.prepare(liveForm);
    const right = typedBack(sheet);
    const { code, data: details } = await refused(
      desk.goingLive.confirm({ words: ['bawan', right.words[1] ?? ''], group: '0000' }),
    );
    expect(code).toBe('field-refused');
    expect((details['fields'] as { path: string }[]).map(({ path }) => path)).toEqual(['words.0', 'group']);
    expect(existsSync(data('counter'))).toBe(false);
    expect((await desk.session.state()).phase).toBe('enrol');
    await desk.goingLive.confirm({
      words: right.words.map((word) => ` ${word.toUpperCase()} `),
      group: right.group.toLowerCase(),
    });
    expect(existsSync(data('counter', 'vault', 'vault'))).toBe(true);
    expect(existsSync(data('counter.new'))).toBe(false);
    // The answer has gone out; now the program ends by itself.
    expect((await desk.session.state()).phase).toBe('starting');
  }, 60_000);

  test('of an attempt before is no good for the one after', async () => {
    running = await start(computer);
    const { desk } = running;
    const first = await desk.goingLive.prepare(liveForm);
    const second = await desk.goingLive.prepare(liveForm);
    expect(second.recoveryKey).not.toBe(first.recoveryKey);
    expect((await refused(desk.goingLive.confirm(typedBack(first)))).code).toBe('field-refused');
    await desk.goingLive.confirm(typedBack(second));
  }, 60_000);

  test('stands nowhere on the disk', async () => {
    const { passphrase = '', recoveryKey } = await liveFromNothing();
    const files = readdirSync(data(), { recursive: true }).map((name) => data(String(name)));
    for (const file of files.filter((one) => statSync(one, { throwIfNoEntry: false })?.isFile())) {
      const text = readFileSync(file, 'latin1');
      for (const secret of [passphrase.split(' ')[0] ?? '', recoveryKey.slice(0, 9), administrator.pin, 'enquiryPhone'])
        expect(text.includes(secret), file).toBe(false);
    }
  }, 60_000);
});

describe('a kill', () => {
  test.each([
    ['before the sheet was confirmed', []],
    ['before what is to be enrolled was sealed', ['files']],
    ['amid the making of the vault', ['files', 'vault']],
  ])(
    '%s leaves nothing usable: the form is there again, and works',
    async (_, missing) => {
      running = await start(computer);
      await running.desk.goingLive.prepare(liveForm);
      await running.close();
      for (const part of missing) rmSync(data('counter.new', part), { recursive: true });
      mkdirSync(data('counter.new', 'vault.new'));
      const desk = await open();
      expect((await desk.session.state()).phase).toBe('enrol');
      const { passphrase } = await goLive(running);
      expect(readdirSync(data('counter')).toSorted()).toEqual(['files', 'vault']);
      const live = await open();
      expect((await signInLive(live, { ...administrator, passphrase })).phase).toBe('signed-in');
    },
    60_000,
  );

  const steps: [EntryKind, number][] = [
    ['counter.enrolled', 1],
    ['staff.enrolled', 2],
    ['number-block.granted', 3],
  ];
  test.each(steps)(
    'right after the first %s goes on from there at the next sign-in, and makes nothing twice',
    async (kind, soFar) => {
      const { passphrase = '' } = await liveFromNothing();
      await killedSignIn(passphrase, kind);
      const desk = await open();
      await signInLive(desk, { ...administrator, passphrase });
      const rest = running?.entries.map((entry) => entry.kind) ?? [];
      expect(rest.filter((one) => !['head-key.made', 'policy-pack.adopted', 'session.signed-in'].includes(one))).toHaveLength(
        5 - soFar,
      );
      expect(rest).not.toContain(kind === 'number-block.granted' ? 'staff.enrolled' : kind);
      expect(await desk.numbers.blocks()).toHaveLength(3);
      expect(await desk.staff.list()).toHaveLength(1);
    },
    60_000,
  );
});

describe('where the system has a keyring', () => {
  test('there is no passphrase to write down or to type; a keyring that forgot is told to the clerk, and stops nothing', async () => {
    const ring = newKeyring();
    running = await start(computer, { secrets: ring });
    const sheet = await goLive(running);
    expect(sheet.passphrase).toBeUndefined();
    expect(sheet.ask.words).toEqual([]);
    running = await startAgain(computer, { secrets: ring });
    expect((await running.desk.session.state()).needsPassphrase).toBeUndefined();
    expect((await signInLive(running.desk, administrator)).phase).toBe('signed-in');
    await running.close();
    running = await startAgain(computer, { secrets: newKeyring() });
    expect((await refused(signInLive(running.desk, administrator))).code).toBe('keyring-unavailable');
    expect((await running.desk.session.state()).phase).toBe('signed-out');
    expect(running.lines.join('\n')).not.toMatch(/incident/);
  }, 60_000);
});

describe('the office’s passphrase', () => {
  test('is asked once after each start; a wrong one is told apart from a wrong PIN, and neither stops the start', async () => {
    const { passphrase = '' } = await liveFromNothing();
    const desk = await open();
    expect((await refused(signInLive(desk, administrator))).code).toBe('passphrase-needed');
    expect((await refused(signInLive(desk, { ...administrator, passphrase: 'ba ba ba ba ba ba' }))).code).toBe(
      'passphrase-wrong',
    );
    expect((await desk.session.state()).needsPassphrase).toBe(true);
    const full = ` ${passphrase.toUpperCase().replaceAll(' ', '　 ')} `;
    const wrongPin = await refused(signInLive(desk, { ...administrator, pin: '424242', passphrase: full }));
    expect(wrongPin).toEqual({ code: 'wrong-credentials', data: { attemptsLeft: 4 } });
    expect((await desk.session.state()).needsPassphrase).toBeUndefined();
    await signInLive(desk, administrator);
    await desk.session.lock();
    expect((await desk.session.unlock({ pin: administrator.pin })).phase).toBe('signed-in');
    await desk.session.signOut();
    expect((await signInLive(desk, administrator)).phase).toBe('signed-in');
    expect(running?.lines.join('\n')).not.toMatch(/incident/);
    await running?.close();
    const again = await open();
    expect((await again.session.state()).needsPassphrase).toBe(true);
  }, 60_000);

  test('wrong PINs are limited as everywhere, over a restart too', async () => {
    const { passphrase = '' } = await liveFromNothing();
    const desk = await open();
    for (let tries = 0; tries < 6; tries++) await refused(signInLive(desk, { ...administrator, pin: '424242', passphrase }));
    expect((await refused(signInLive(desk, administrator))).code).toBe('too-many-attempts');
    await running?.close();
    expect((await refused(signInLive(await open(), { ...administrator, passphrase }))).code).toBe('too-many-attempts');
  }, 60_000);
});

/** A first sign-in whose program is killed the moment that entry is durable. */
async function killedSignIn(passphrase: string, kind: EntryKind): Promise<void> {
  const script = join(import.meta.dirname, 'live-child.ts');
  const child = spawn(process.execPath, [script, computer.dir, passphrase, kind], { stdio: ['ignore', 'ignore', 'inherit'] });
  expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
}
