import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Computer, newComputer, print, type Running, root, signIn, start, startSignedIn } from './program-kit.ts';
import { directTier, recogniseDirectly, somebody, takeIn } from './program-people.ts';

const shipped = readFileSync(join(root, 'resources', 'policy', 'pack.json'), 'utf8');
const resources = mkdtempSync(join(tmpdir(), 'counter-resources-'));
const packFile = join(resources, 'policy', 'pack.json');
let computer: Computer;
let running: Running;

beforeAll(async () => {
  cpSync(join(root, 'resources'), resources, { recursive: true, filter: (source) => !source.endsWith('fonts') });
  symlinkSync(join(root, 'resources', 'fonts'), join(resources, 'fonts'));
  computer = newComputer(resources);
  running = await startSignedIn(computer);
}, 120_000);
afterAll(async () => {
  await running?.close();
  computer?.remove();
  rmSync(resources, { recursive: true, force: true });
});

/** The next start of the program finds this pack. */
async function restartWith(pack: string): Promise<void> {
  await running.close();
  writeFileSync(packFile, pack);
  running = await start(computer);
  await signIn(running.desk);
}
const policy = async () => (await running.desk.counter.status()).policy;
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

test('a pack with a fault is refused by its line, the last good one stays, and work goes on', async () => {
  const faulty = shipped
    .replace('"validityYears": 5', '"validityYears": "five"')
    .replace('"version": "1.2.0"', '"version": "1.3.0"');
  await restartWith(faulty);
  expect(await policy()).toEqual({
    pack: 'horinger-talent@1.2.0',
    refused: {
      file: 'pack.json',
      faults: [{ line: lineOf(faulty, '"five"'), path: 'teams.0.tiers.0.validityYears', code: 'invalid-type' }],
    },
  });
  expect((await running.desk.policy.pack()).version).toBe('1.2.0');
  const { matterId } = await recogniseDirectly(running.desk, somebody(1));
  expect((await print(running.desk, { kind: 'recognition-certificate', matterId })).state).toBe('done');
});

test('a pack that is no JSON, or changed under its old version, is refused as well', async () => {
  await restartWith('{ "schema": 1, oops');
  const { pack, refused } = await policy();
  expect([pack, refused?.faults[0]?.line]).toEqual(['horinger-talent@1.2.0', 1]);
  await restartWith(shipped.replace('"validityYears": 5', '"validityYears": 9'));
  expect(await policy()).toMatchObject({
    pack: 'horinger-talent@1.2.0',
    refused: { faults: [{ path: 'version', code: 'changed-without-version' }] },
  });
});

test('a whole newer pack is adopted and journaled once; a case keeps the pack it began under', async () => {
  await restartWith(shipped);
  const begun = await takeIn(running.desk, somebody(2), directTier);
  const newer = shipped.replace('"version": "1.2.0"', '"version": "1.3.0"');
  await restartWith(newer);
  expect(await policy()).toEqual({ pack: 'horinger-talent@1.3.0' });
  expect(running.entries.filter(({ kind }) => kind === 'policy-pack.adopted')).toHaveLength(1);
  const [old] = (await running.desk.talents.get({ personId: begun.personId })).recognitions;
  const later = await takeIn(running.desk, somebody(3), directTier);
  const [young] = (await running.desk.talents.get({ personId: later.personId })).recognitions;
  expect([old?.pack, young?.pack]).toEqual(['horinger-talent@1.2.0', 'horinger-talent@1.3.0']);
  await restartWith(newer);
  expect(running.entries.filter(({ kind }) => kind === 'policy-pack.adopted')).toHaveLength(0);
});
