import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DraftId, PersonId } from '../../shared/domain/ids.ts';
import { type Computer, newComputer, print, type Running, refused, signIn, start, startSignedIn } from './program-kit.ts';
import { somebody, withCard } from './program-people.ts';

/** A counter after two days of work; each test damages a copy of it. */
let day: Computer;
let people: PersonId[];
let views: unknown[];
let running: Running | undefined;
let computer: Computer | undefined;
const draft = { id: '0198c0de-0000-7000-8000-0000000000aa' as DraftId, title: '半份', fields: { 'identity.name': '半份' } };

beforeAll(async () => {
  day = newComputer();
  people = [];
  for (const n of [1, 2]) {
    const { desk, close } = await startSignedIn(day);
    const { personId, matterId } = await withCard(desk, somebody(n));
    await print(desk, { kind: 'recognition-certificate', matterId });
    await desk.drafts.save(draft);
    people.push(personId);
    if (n === 2) views = await Promise.all(people.map((id) => desk.talents.get({ personId: id })));
    await close();
  }
}, 120_000);
afterEach(async () => {
  await running?.close();
  computer?.remove();
  running = undefined;
  computer = undefined;
});
afterAll(() => day?.remove());

/** A copy of the counter on another computer. */
function copy(): Computer {
  computer = newComputer();
  cpSync(day.paths.userData, computer.paths.userData, { recursive: true });
  return computer;
}
const folder = (name: string) => join(computer?.paths.userData ?? '', name);
const segments = () =>
  readdirSync(folder('journal/own'))
    .filter((name) => name.endsWith('.tcj'))
    .toSorted();

async function startAndSignIn(on: Computer) {
  running = await start(on);
  return signIn(running.desk);
}

/** What lies in the data folder, but for what a sign-in itself counts and what belongs to the browser. */
function hashes(): Record<string, string> {
  const files = ['journal', 'files', 'attachments', 'snapshot'].flatMap((name) =>
    readdirSync(folder(name), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
  expect(paths.length).toBeGreaterThan(5);
  return Object.fromEntries(paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]));
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

/** Where each frame of a segment begins, and its sequence (docs/journal-format.md). */
function framesOf(file: string): { at: number; bytes: number; seq: number }[] {
  const segment = readFileSync(file);
  const frames: { at: number; bytes: number; seq: number }[] = [];
  for (let at = 160; at < segment.length; at += frames.at(-1)?.bytes ?? 0)
    frames.push({ at, bytes: segment.readUInt32BE(at + 4), seq: Number(segment.readBigUInt64BE(at + 8)) });
  return frames;
}

async function expectAllThere(): Promise<void> {
  const { desk } = running ?? {};
  if (!desk) throw new Error('nothing runs');
  expect(await Promise.all(people.map((personId) => desk.talents.get({ personId })))).toEqual(views);
  expect(await desk.drafts.open({ draftId: draft.id })).toMatchObject({ draft });
  expect((await desk.papers.jobs()).map(({ state }) => state)).toEqual(['done', 'done']);
}

describe('a journal with a byte changed in its middle', () => {
  test('stops the start with the entry’s number and its file, changes nothing, and goes on once the byte is right again', async () => {
    const on = copy();
    const [first = ''] = segments();
    const file = folder(`journal/own/${first}`);
    const frame = framesOf(file)[9];
    if (!frame) throw new Error('too short a day');
    flip(file, frame.at + 120);
    const before = hashes();
    expect(await startAndSignIn(on)).toMatchObject({
      phase: 'stopped',
      stopped: { reason: 'journal-damaged', log: 'own', frame: frame.seq, file: `own/${first}` },
    });
    expect((await refused(running?.desk.talents.recent() ?? Promise.resolve())).code).toBe('signed-out');
    await running?.close();
    expect(hashes()).toEqual(before);
    flip(file, frame.at + 120);
    expect((await startAndSignIn(on)).phase).toBe('signed-in');
    await expectAllThere();
  });

  test('is found in whichever part of the frame it lies', async () => {
    const on = copy();
    const [first = ''] = segments();
    const file = folder(`journal/own/${first}`);
    const frame = framesOf(file)[4];
    if (!frame) throw new Error('too short a day');
    for (const [part, at] of Object.entries({
      marker: 0,
      length: 6,
      sequence: 15,
      commitment: 40,
      chain: 70,
      checksum: frame.bytes - 2,
    })) {
      flip(file, frame.at + at);
      const { stopped } = await startAndSignIn(on);
      expect(stopped, part).toMatchObject({ reason: 'journal-damaged', frame: frame.seq, file: `own/${first}` });
      await running?.close();
      flip(file, frame.at + at);
    }
  });
});

test('a last entry that a kill cut in the middle was never acknowledged: it is set aside, told of, and work goes on', async () => {
  const on = newComputer();
  computer = on;
  running = await startSignedIn(on);
  const kept = await running.desk.talents.register({ facts: somebody(1) });
  // The disk as a kill leaves it: everything as it was after the first person, and half of the second one's frame.
  const killed = newComputer();
  cpSync(on.paths.userData, killed.paths.userData, { recursive: true, filter: (path) => !/pages|lock-|\.sock$/.test(path) });
  const cut = await running.desk.talents.register({ facts: somebody(2) });
  const [name = ''] = segments();
  const whole = folder(`journal/own/${name}`);
  const last = framesOf(whole).at(-1);
  if (!last) throw new Error('an empty journal');
  const torn = join(killed.paths.userData, 'journal/own', name);
  cpSync(whole, torn);
  truncateSync(torn, last.at + Math.floor(last.bytes / 2));
  await running.close();
  on.remove();

  computer = killed;
  expect((await startAndSignIn(killed)).phase).toBe('signed-in');
  const { desk } = running;
  expect((await desk.talents.get({ personId: kept.personId })).registeredOn).toBe((await desk.counter.status()).today.date);
  expect((await refused(desk.talents.get({ personId: cut.personId }))).code).toBe('not-found');
  const again = await desk.talents.register({ facts: somebody(2) });
  expect(again.seq).toBeGreaterThan(kept.seq);
  // Kept, not deleted: the torn bytes lie where they lay, and what is new begins in a file of its own.
  expect(readFileSync(torn).length).toBe(last.at + Math.floor(last.bytes / 2));
  expect(segments()).toHaveLength(2);
  await running.close();
  expect((await startAndSignIn(killed)).phase).toBe('signed-in');
  expect((await running.desk.talents.get({ personId: again.personId })).id).toBe(again.personId);
});

describe('the records’ database', () => {
  const database = () => folder('pages/Default/IndexedDB');

  test('deleted is built anew from the journal, with nothing missing', async () => {
    const on = copy();
    expect(existsSync(database())).toBe(true);
    rmSync(database(), { recursive: true });
    expect((await startAndSignIn(on)).phase).toBe('signed-in');
    await expectAllThere();
    expect(running?.lines.join('\n')).toMatch(/records: records-healed/);
  });

  test('gone with the whole profile, or overwritten with noise, is built anew as well', async () => {
    const on = copy();
    for (const name of globSync('**/*.{ldb,log}', { cwd: database() })) {
      const bytes = readFileSync(join(database(), name));
      writeFileSync(
        join(database(), name),
        bytes.map((byte, at) => (at % 3 === 0 ? byte ^ 0x5a : byte)),
      );
    }
    expect((await startAndSignIn(on)).phase).toBe('signed-in');
    await expectAllThere();
    await running?.close();
    rmSync(folder('pages'), { recursive: true });
    expect((await startAndSignIn(on)).phase).toBe('signed-in');
    await expectAllThere();
  });
});

describe('a journal that is shorter than the program remembers', () => {
  test('by its last file stops the start, and is whole again with the file', async () => {
    const on = copy();
    const last = segments().at(-1) ?? '';
    renameSync(folder(`journal/own/${last}`), folder('set-aside'));
    const before = hashes();
    expect(await startAndSignIn(on)).toMatchObject({ phase: 'stopped', stopped: { reason: 'journal-behind', log: 'own' } });
    await running?.close();
    expect(hashes()).toEqual(before);
    renameSync(folder('set-aside'), folder(`journal/own/${last}`));
    expect((await startAndSignIn(on)).phase).toBe('signed-in');
    await expectAllThere();
  });

  test('is noticed by the vault alone, where the records and their snapshot are gone as well', async () => {
    const on = copy();
    rmSync(folder(`journal/own/${segments().at(-1)}`));
    for (const name of ['pages', 'snapshot']) rmSync(folder(name), { recursive: true });
    expect(await startAndSignIn(on)).toMatchObject({ phase: 'stopped', stopped: { reason: 'journal-behind', log: 'own' } });
  });

  test('by all of it stops the start too: an empty folder is no new counter', async () => {
    const on = copy();
    rmSync(folder('journal'), { recursive: true });
    mkdirSync(folder('journal'));
    expect(await startAndSignIn(on)).toMatchObject({ phase: 'stopped', stopped: { reason: 'journal-behind' } });
  });

  test('because yesterday’s copy was laid over it stops the start', async () => {
    const on = copy();
    // The journal alone is of yesterday; the vault and the records know of today.
    for (const name of segments().slice(1)) rmSync(folder(`journal/own/${name}`));
    expect(await startAndSignIn(on)).toMatchObject({ phase: 'stopped', stopped: { reason: 'journal-behind' } });
  });
});

describe('a damaged file of the vault', () => {
  test('is mended from its copy where it is one; where both are, the start stops and names it', async () => {
    const on = copy();
    flip(folder('vault/vault'), 200);
    expect((await startAndSignIn(on)).phase).toBe('signed-in');
    await expectAllThere();
    await running?.close();
    flip(folder('vault/vault'), 200);
    flip(folder('vault/vault-copy'), 200);
    running = await start(on);
    expect(await running.desk.session.state()).toMatchObject({ phase: 'stopped', stopped: { reason: 'vault-damaged' } });
  });

  test('that holds the card key, a pack or the queue stops the start and is left as it is', async () => {
    const on = copy();
    for (const name of readdirSync(folder('files'))) flip(folder(`files/${name}`), 60);
    const before = hashes();
    expect(await startAndSignIn(on)).toMatchObject({
      phase: 'stopped',
      stopped: { reason: 'vault-damaged', file: expect.any(String) },
    });
    await running?.close();
    expect(hashes()).toEqual(before);
  });
});
