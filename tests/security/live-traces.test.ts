import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator, signInLive, startAgain } from '../integration/live-kit.ts';
import { type Computer, newComputer } from '../integration/program-kit.ts';
import { somebody } from '../integration/program-people.ts';
import { tracedClerk, tracedName, wrongPin } from './traced.ts';
import { type Needles, type Search, searchFolder } from './user-data-traces.ts';

let computer: Computer;
let said = '';
let killedBy: string | null;
let secrets: { passphrase: string; recoveryKey: string } | undefined;
/** The data folder as the kill left it, and after the next start has mended and closed it. */
let [killed, mended]: Search[] = [];

const needles = (): Needles => {
  const { passphrase, recoveryKey } = secrets ?? { passphrase: '', recoveryKey: '' };
  if (!passphrase || !recoveryKey) throw new Error('the child said no secrets');
  const { document, contact } = somebody(7);
  return {
    'a person’s name': tracedName,
    'a name in pinyin': 'ouyangchunxiao',
    'an ID number': document.number,
    'a phone number': contact.phone ?? '',
    'a clerk’s name': tracedClerk.name,
    'the clerk’s PIN': tracedClerk.pin,
    'the administrator’s PIN': administrator.pin,
    'a wrong PIN': wrongPin,
    'the passphrase': passphrase,
    'a part of the passphrase': passphrase.split(' ').slice(0, 2).join(' '),
    'the recovery key': recoveryKey,
    'a part of the recovery key': recoveryKey.slice(0, 9),
  };
};
const bundles = () => readdirSync(computer.paths.papers).filter((name) => name.endsWith('.zip'));

beforeAll(async () => {
  computer = newComputer();
  const child = fork(join(import.meta.dirname, 'live-traces-child.ts'), [computer.dir], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.on('message', (message) => {
    secrets = message as typeof secrets;
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => {
      said += data.toString('utf8');
    });
  [, killedBy] = (await once(child, 'close')) as [number | null, string | null];
  killed = searchFolder(join(computer.dir, 'data'), needles());
  const running = await startAgain(computer);
  await signInLive(running.desk, { ...tracedClerk, passphrase: secrets?.passphrase });
  await running.desk.diagnostics.gather();
  await running.desk.diagnostics.save();
  said += running.lines.join('\n');
  await running.close();
  mended = searchFolder(join(computer.dir, 'data'), needles());
}, 120_000);
afterAll(() => computer?.remove());

test('a live counter that worked and was killed has nobody’s name, number, PIN or key in any file, nor after the next start', () => {
  expect([killedBy, said.includes('Error:')]).toEqual(['SIGKILL', false]);
  expect(killed?.traces).toEqual([]);
  expect(mended?.traces).toEqual([]);
  expect(killed?.files).toBeGreaterThan(30);
});

test('the log, as it lies there and on the terminal, and the bundle handed over say nothing either', () => {
  const folder = mkdtempSync(join(tmpdir(), 'told-'));
  writeFileSync(join(folder, 'said'), said);
  expect(bundles()).toHaveLength(2);
  for (const [n, bundle] of bundles().entries()) {
    const files = unzipSync(readFileSync(join(computer.paths.papers, bundle)));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['program.json', 'journal.json', 'settings.json', 'printing.json']),
    );
    // The log is in it, and the journal was looked at.
    expect(Object.keys(files).some((name) => name.startsWith('logs/'))).toBe(true);
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, `${n}-${name.replaceAll('/', '-')}`), bytes);
  }
  const { traces } = searchFolder(folder, needles());
  rmSync(folder, { recursive: true });
  expect(traces).toEqual([]);
  expect(said.length).toBeGreaterThan(100);
});
