import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CardNumber } from '../../shared/domain/ids.ts';
import { clerk, filesBelow, liveCounter, liveSignOff, newPin, newStick, restore, supervisor } from './backup-kit.ts';
import { administrator, liveForm, signInLive, startAgain } from './live-kit.ts';
import { type Computer, computerIn, member, newComputer, print, type Running, refused, signIn, start } from './program-kit.ts';
import { directTier, somebody, takeIn } from './program-people.ts';

const computers: Computer[] = [];
let running: Running | undefined;
const another = () => {
  const one = newComputer();
  computers.push(one);
  return one;
};
let computer: Computer;
beforeEach(() => {
  computer = another();
}, 60_000);
afterEach(async () => {
  await running?.close();
  running = undefined;
  for (const one of computers.splice(0)) one.remove();
});

/** A live counter with one person, their card, their papers, and a backup of all that; the counter is closed. */
async function backedUp() {
  const counter = await liveCounter(computer);
  running = counter.running;
  const { desk } = running;
  const { personId, matterId } = await takeIn(desk, somebody(1), directTier);
  await desk.recognitions.grantDirectly({ matterId, ticket: await liveSignOff(desk, matterId) });
  const cardNumber = (await desk.cards.issue({ personId })).cardNumber as CardNumber;
  for (const kind of ['card-front', 'card-back'] as const) await print(desk, { kind, cardNumber });
  const stick = newStick(computer);
  await signInLive(desk, administrator);
  await desk.backup.choose({ path: stick });
  const made = await desk.backup.make();
  const person = await desk.talents.get({ personId });
  const history = await desk.talents.history({ personId });
  const token = running.entries.flatMap((entry) =>
    entry.kind === 'paper.printed' ? [JSON.stringify(entry.facts.paper).match(/NCF[^"\\]+/)?.[0] ?? ''] : [],
  );
  await running.close();
  return { ...counter, stick, made, personId, person, history, token: token.find(Boolean) };
}

async function restoredOn(place: Computer, given: Parameters<typeof restore>[1]) {
  running = await start(place);
  const sheet = await restore(running, given);
  running = await startAgain(place);
  await signInLive(running.desk, { ...administrator, pin: newPin, passphrase: sheet.passphrase });
  return { desk: running.desk, sheet, entries: running.entries };
}

describe('a restored counter', () => {
  test('has the same people, cards and papers, is another device, and gives no number before it has new ones', async () => {
    const { stick, recoveryKey, made, personId, person, history, token } = await backedUp();
    computer = another();
    const { desk, sheet, entries } = await restoredOn(computer, { stick, recoveryKey });
    expect(sheet).toMatchObject({ entries: made.headSeq, people: 1, cards: 1 });
    expect(entries[0]).toMatchObject({ kind: 'counter.restored', facts: { generation: 2, from: { headSeq: made.headSeq } } });
    expect(await desk.talents.get({ personId })).toEqual(person);
    expect(await desk.talents.history({ personId })).toEqual(history);
    // The lost device's card is still ours.
    expect(token).toBeTruthy();
    expect((await desk.cards.verify({ text: token ?? '' })).result).not.toBe('not-ours');
    expect((await desk.staff.list()).map(({ number, access }) => [number, access])).toEqual([
      ['8001', 'active'],
      ['1001', 'no-pin'],
      ['2001', 'no-pin'],
    ]);
    expect((await desk.numbers.blocks()).map(({ left, frozen }) => [left, frozen])).toEqual(Array(3).fill([0, true]));
    for (const { id, number } of (await desk.staff.list()).slice(1))
      await desk.staff.resetPin({ staffId: id, pin: number === clerk.number ? clerk.pin : supervisor.pin });
    await signInLive(desk, clerk);
    const { personId: second } = await desk.talents.register({ facts: somebody(2) });
    expect(await refused(desk.recognitions.receive({ personId: second, ...directTier }))).toEqual({
      code: 'numbers-frozen',
      data: { series: 'matter' },
    });
    await signInLive(desk, { ...administrator, pin: newPin });
    const year = new Date().getFullYear();
    const overlap = desk.numbers.grant({ series: 'matter', year, first: '2001', count: '10' });
    expect((await refused(overlap)).code).toBe('field-refused');
    for (const series of ['matter', 'certificate', 'card'] as const)
      await desk.numbers.grant({ series, year, first: '7001', count: '10' });
    await signInLive(desk, clerk);
    const { matterId, number } = await desk.recognitions.receive({ personId: second, ...directTier });
    expect(number.slice(5, 11)).toBe('007001');
    await desk.recognitions.grantDirectly({ matterId, ticket: await liveSignOff(desk, matterId) });
    expect((await desk.cards.issue({ personId: second })).cardNumber.slice(5, 11)).toBe('007001');
  }, 300_000);

  test('can be backed up and restored in its turn, and one backup on two computers makes two devices', async () => {
    const { stick, recoveryKey, made } = await backedUp();
    const devices: string[] = [];
    for (const place of [another(), another()]) {
      const { desk, entries } = await restoredOn(place, { stick, recoveryKey, oldest: true });
      const first = entries[0];
      if (first?.kind === 'counter.restored') devices.push(first.facts.counter.deviceId);
      await desk.backup.choose({ path: stick });
      expect((await desk.backup.make()).headSeq).toBeGreaterThan(made.headSeq);
      await running?.close();
    }
    expect(new Set(devices).size).toBe(2);
    // Each device's backup has a folder of its own: none clears away another's.
    expect(readdirSync(stick)).toHaveLength(3);
    const { entries } = await restoredOn(another(), { stick, recoveryKey });
    expect(entries[0]).toMatchObject({ kind: 'counter.restored', facts: { generation: 3 } });
  }, 300_000);
});

describe('a counter whose start stops', () => {
  /** The start's reason; what is offered. */
  async function stopsAt(place: Computer, passphrase: string) {
    running = await startAgain(place);
    const state = await signInLive(running.desk, { ...administrator, passphrase }).catch(() => undefined);
    return state ?? (await running.desk.session.state());
  }

  test.each([
    ['a changed entry amid its journal', 'journal-damaged', (folder: string) => changeAmid(join(folder, 'journal', 'own'))],
    ['its keys gone', 'vault-damaged', (folder: string) => rmSync(join(folder, 'vault'), { recursive: true })],
  ] as const)('by %s is restored on the spot, and what was there is set aside whole', async (_, reason, damage) => {
    const { stick, recoveryKey, passphrase, personId, person } = await backedUp();
    const folder = computer.paths.userData.replace(/trial$/, 'counter');
    damage(folder);
    const left = [...filesBelow(join(folder, 'journal'))];
    const state = await stopsAt(computer, passphrase);
    expect(state).toMatchObject({ phase: 'stopped', stopped: { reason, restorable: true } });
    const sheet = await restore(running as Running, { stick, recoveryKey });
    running = await startAgain(computer);
    await signInLive(running.desk, { ...administrator, pin: newPin, passphrase: sheet.passphrase });
    expect(await running.desk.talents.get({ personId })).toEqual(person);
    const aside = readdirSync(join(folder, '..')).filter((name) => name.startsWith('counter.set-aside-'));
    expect(aside).toHaveLength(1);
    expect([...filesBelow(join(folder, '..', aside[0] ?? '', 'journal'))]).toEqual(left);
  });

  test('is replaced once, by what was confirmed; and not at all where it opens after all', async () => {
    const { stick, recoveryKey, passphrase } = await backedUp();
    const folder = computer.paths.userData.replace(/trial$/, 'counter');
    const restoring = join(folder, '..', 'counter.restoring');
    changeAmid(join(folder, 'journal', 'own'));
    await stopsAt(computer, passphrase);
    const { desk } = running as Running;
    const [found] = await desk.restore.look({ path: stick });
    const form = { folder: found?.folder ?? '', recoveryKey, staffNumber: administrator.number, pin: newPin };
    const { passphrase: shown = '', ask } = await desk.restore.prepare(form);
    const words = ask.map((at) => shown.split(' ')[at - 1] ?? '');
    expect((await refused(desk.restore.confirm({ words: words.toReversed() }))).code).toBe('field-refused');
    expect(existsSync(join(restoring, 'takes-the-place'))).toBe(false);
    await desk.restore.confirm({ words });
    // Pressed twice, or gone back to: what was confirmed stays as it is.
    expect((await refused(desk.restore.confirm({ words }))).code).toBe('already-enrolled');
    expect((await refused(desk.restore.prepare(form))).code).toBe('already-enrolled');
    expect(existsSync(join(restoring, 'takes-the-place'))).toBe(true);
    await running?.close();
    // A bad sector that reads again, at a start that could not put the restored one in its place.
    changeAmid(join(folder, 'journal', 'own'));
    running = await start(computerIn(computer.dir));
    await signInLive(running.desk, { ...administrator, passphrase });
    await running.close();
    running = await startAgain(computer);
    await signInLive(running.desk, { ...administrator, passphrase });
    expect(readdirSync(join(folder, '..')).filter((name) => name.startsWith('counter.set-aside-'))).toEqual([]);
  }, 300_000);

  test('the trial’s stopped start offers none, and an open counter is never replaced', async () => {
    running = await start(computer);
    await running.desk.session.startTrial();
    await running.close();
    rmSync(join(computer.paths.userData, 'vault'), { recursive: true });
    mkdirSync(join(computer.paths.userData, 'journal'), { recursive: true });
    running = await start(computer);
    const { phase, stopped } = await running.desk.session.state();
    expect([phase, stopped?.reason, stopped?.restorable]).toEqual(['stopped', 'vault-damaged', undefined]);
    expect((await refused(running.desk.restore.places())).code).toBe('already-enrolled');
  });
});

/** One bit in the middle of a log's first segment. */
function changeAmid(log: string): void {
  const path = join(log, readdirSync(log).toSorted()[0] ?? '');
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

describe('a kill', () => {
  test('while it restores leaves nothing usable; right after counter.restored, the next sign-in goes on as that device', async () => {
    const { stick, recoveryKey } = await backedUp();
    const place = another();
    running = await start(place);
    const [found] = await running.desk.restore.look({ path: stick });
    const form = { folder: found?.folder ?? '', recoveryKey, staffNumber: administrator.number, pin: administrator.pin };
    await running.desk.restore.prepare(form);
    // Killed before the words were typed back: what is there then is what the last step before the rename left.
    await running.close();
    running = await startAgain(place);
    expect((await running.desk.session.state()).phase).toBe('enrol');
    const { passphrase = '' } = await restore(running, { stick, recoveryKey, pin: administrator.pin });
    const script = join(import.meta.dirname, 'live-child.ts');
    const child = spawn(process.execPath, [script, place.dir, passphrase, 'counter.restored'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
    running = await startAgain(place);
    await signInLive(running.desk, { ...administrator, passphrase });
    expect(running.entries.map(({ kind }) => kind)).not.toContain('counter.restored');
    expect((await running.desk.numbers.blocks()).map(({ frozen }) => frozen)).toEqual([true, true, true]);
  }, 300_000);
});

describe('a restore', () => {
  test('names each kind of file that was flipped, cut or deleted, puts nothing in place, and works once it is whole again', async () => {
    const { stick, recoveryKey } = await backedUp();
    const place = another();
    running = await start(place);
    const { desk } = running;
    const [found] = await desk.restore.look({ path: stick });
    const folder = found?.folder ?? '';
    const form = { folder, recoveryKey, staffNumber: administrator.number, pin: newPin };
    const [json = ''] = readFileSync(join(folder, 'manifest-000001'), 'utf8').split('\n');
    const files = (JSON.parse(json) as { files: { path: string; sha256: string }[] }).files;
    const kinds = ['journal/own/', 'vault/vault', 'files/', 'attachments/'];
    for (const kind of kinds) {
      const file = files.find(({ path }) => path.startsWith(kind));
      const path = join(folder, 'data', file?.sha256.slice(0, 2) ?? '', file?.sha256.slice(2) ?? '');
      const before = readFileSync(path);
      const hurt = [
        () =>
          writeFileSync(
            path,
            before.map((byte, at) => (at === before.length >> 1 ? byte ^ 4 : byte)),
          ),
        () => writeFileSync(path, before.subarray(0, before.length - 1)),
        () => rmSync(path),
      ];
      for (const change of hurt) {
        change();
        const { code, data } = await refused(desk.restore.prepare(form));
        // Two files of the same bytes are one: the first that needs them is named.
        expect([code, String(data['file']).startsWith(kind)], kind).toEqual(['backup-damaged', true]);
        writeFileSync(path, before);
      }
    }
    const manifest = join(folder, 'manifest-000001');
    const before = readFileSync(manifest);
    writeFileSync(
      manifest,
      before.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
    );
    expect((await refused(desk.restore.look({ path: stick }))).code).toBe('backup-damaged');
    rmSync(manifest);
    expect((await refused(desk.restore.look({ path: stick }))).code).toBe('backup-unfinished');
    writeFileSync(manifest, before);
    expect(filesBelow(join(place.dir, 'data', 'counter')).size).toBe(0);
    expect((await desk.session.state()).phase).toBe('enrol');
    await restore(running, { stick, recoveryKey });
  }, 300_000);

  test('by a wrong or mistyped key, or for somebody who was no administrator, comes to nothing', async () => {
    const { stick, recoveryKey } = await backedUp();
    const place = another();
    running = await start(place);
    const { desk } = running;
    const [found] = await desk.restore.look({ path: stick });
    const form = { folder: found?.folder ?? '', recoveryKey, staffNumber: administrator.number, pin: newPin };
    const fields = async (wrong: Partial<typeof form>) =>
      JSON.stringify((await refused(desk.restore.prepare({ ...form, ...wrong }))).data);
    expect(await fields({ recoveryKey: recoveryKey.replace(/^./, (one) => (one === '7' ? '8' : '7')) })).toContain(
      'recovery-key-mistyped',
    );
    const { recoveryKey: foreign } = await anotherOffice();
    expect(await fields({ recoveryKey: foreign })).toContain('recovery-key-wrong');
    expect(await fields({ staffNumber: clerk.number })).toContain('not-an-administrator');
    expect(await fields({ pin: '123456' })).toContain('pin-too-simple');
    // By somebody who has the stick and no key: a list without one of the files, made whole again.
    const manifest = join(form.folder, 'manifest-000001');
    const genuine = readFileSync(manifest, 'utf8');
    const [json = '', mac] = genuine.split('\n');
    const list = JSON.parse(json) as { files: unknown[] };
    list.files.pop();
    const shorter = `${JSON.stringify(list)}\n${mac}\n`;
    writeFileSync(manifest, `${shorter}sha256 ${createHash('sha256').update(shorter).digest('hex')}\n`);
    expect((await refused(desk.restore.prepare(form))).code).toBe('backup-not-genuine');
    writeFileSync(manifest, genuine);
    expect(readdirSync(join(place.dir, 'data')).filter((name) => name.startsWith('counter'))).toEqual([]);
    expect((await refused(desk.restore.prepare({ ...form, folder: place.dir }))).code).toBe('backup-not-found');
    expect((await refused(desk.restore.confirm({ words: ['ba', 'wan'] }))).code).toBe('field-refused');
  }, 300_000);

  test('of 试用 is refused: nobody has its recovery key; and at a counter that is there, nothing is restored', async () => {
    const trialPlace = another();
    running = await start(trialPlace);
    await signIn(running.desk, member('administrator'));
    const stick = newStick(trialPlace);
    await running.desk.backup.choose({ path: stick });
    await running.desk.backup.make();
    expect((await refused(running.desk.restore.look({ path: stick }))).code).toBe('already-enrolled');
    await running.close();
    running = await start(another());
    const [found] = await running.desk.restore.look({ path: stick });
    expect(found?.trial).toBe(true);
    const form = { folder: found?.folder ?? '', recoveryKey: 'x', staffNumber: '8001', pin: newPin };
    expect((await refused(running.desk.restore.prepare(form))).code).toBe('backup-of-trial');
  }, 300_000);
});

/** The keys of an office that this backup is none of. */
async function anotherOffice(): Promise<{ recoveryKey: string }> {
  const place = another();
  const other = await start(place);
  try {
    return await other.desk.goingLive.prepare(liveForm);
  } finally {
    await other.close();
  }
}
