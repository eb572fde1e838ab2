import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openVault, type Vault, type VaultOptions } from '../../electron/vault/vault.ts';
import { closedOffice, HandClock, newKeyring, tempFolder, told, vaultOptions, wang, zhang } from './vault-kit.ts';

let temp: ReturnType<typeof tempFolder>;
let clock: HandClock;
let options: VaultOptions;
beforeEach(async () => {
  temp = tempFolder();
  clock = new HandClock();
  options = vaultOptions(temp.dir, { clock, secrets: newKeyring() });
  await closedOffice(options);
});
afterEach(() => temp.remove());

const wrong = (vault: Vault, staffNumber = wang.staffNumber) => told(vault.signIn(staffNumber, '000001'));
const right = (vault: Vault, { staffNumber, pin } = wang) => told(vault.signIn(staffNumber, pin));
const wait = (waitSeconds: number) => ({ code: 'too-many-attempts', waitSeconds });
const left = (attemptsLeft: number) => ({ code: 'wrong-credentials', attemptsLeft });

async function useUp(vault: Vault, staffNumber = wang.staffNumber): Promise<void> {
  for (let i = 4; i > 0; i--) expect(await wrong(vault, staffNumber)).toEqual(left(i));
  expect(await wrong(vault, staffNumber)).toEqual({ ...left(0), waitSeconds: 30 });
}

test('five wrong PINs are free, then even the right one waits: 30 seconds, twice as long each time, a quarter of an hour at most', async () => {
  const vault = await openVault(options);
  await useUp(vault);
  for (const seconds of [30, 60, 120, 240, 480, 900, 900]) {
    expect(await right(vault)).toEqual(wait(seconds));
    clock.pass(seconds - 1);
    expect(await right(vault)).toEqual(wait(1));
    clock.pass(1);
    expect(await wrong(vault)).toMatchObject({ ...left(0), waitSeconds: Math.min(900, seconds * 2) });
  }
  clock.pass(900);
  expect(await right(vault)).toBe('done');
});

test('trying while one has to wait costs nothing more', async () => {
  const vault = await openVault(options);
  await useUp(vault);
  for (let i = 0; i < 10; i++) expect(await wrong(vault)).toEqual(wait(30));
  clock.pass(30);
  expect(await right(vault)).toBe('done');
});

test('the right PIN gives all attempts back', async () => {
  const vault = await openVault(options);
  for (let i = 4; i > 0; i--) await wrong(vault);
  expect(await right(vault)).toBe('done');
  await vault.close();
  expect(await wrong(vault)).toEqual(left(4));
});

test('one member’s wrong PINs keep nobody else waiting', async () => {
  const vault = await openVault(options);
  await useUp(vault);
  expect(await right(vault, zhang)).toBe('done');
  expect(await told(vault.checkPin(wang.staffNumber, wang.pin))).toEqual(wait(30));
});

test('a number that nobody has is counted and waits like a member’s, so that trying tells nobody who works here', async () => {
  const vault = await openVault(options);
  await useUp(vault, 'NOBODY');
  expect(await wrong(vault, 'NOBODY')).toEqual(wait(30));
  clock.pass(30);
  expect(await wrong(vault, 'NOBODY')).toEqual({ ...left(0), waitSeconds: 60 });
});

test('hundreds of made-up numbers don’t make a member’s wrong PINs forgotten', async () => {
  const vault = await openVault(options);
  await wrong(vault);
  await wrong(vault);
  await wrong(vault, 'X0');
  for (let i = 1; i <= 201; i++) await wrong(vault, `X${i}`);
  expect(await wrong(vault)).toEqual(left(2));
  expect(await wrong(vault, 'X201')).toEqual(left(3));
  // The oldest stranger was forgotten: the file doesn't grow for ever.
  expect(await wrong(vault, 'X0')).toEqual(left(4));
});

test('the limit survives a restart of the program, with the wait that is left', async () => {
  await useUp(await openVault(options));
  clock.pass(10);
  expect(await right(await openVault(options))).toEqual(wait(20));
  clock.pass(20);
  expect(await right(await openVault(options))).toBe('done');
});

test('no wall clock set forth or back shortens the wait while the machine runs, nor lengthens it', async () => {
  const vault = await openVault(options);
  await useUp(vault);
  clock.setWall(24 * 3600);
  expect(await right(vault)).toEqual(wait(30));
  clock.setWall(-48 * 3600);
  expect(await right(await openVault(options))).toEqual(wait(30));
  clock.pass(30);
  expect(await right(vault)).toBe('done');
});

test('after a restart of the machine the wall clock tells what is left; set back, the wait begins anew and then goes on by itself', async () => {
  await useUp(await openVault(options));
  clock.startMachine('second start', 12);
  expect(await right(await openVault(options))).toEqual(wait(18));
  clock.startMachine('third start', -3600);
  const vault = await openVault(options);
  expect(await right(vault)).toEqual(wait(30));
  clock.setWall(-3600);
  clock.pass(29);
  expect(await right(vault)).toEqual(wait(1));
  clock.pass(1);
  expect(await right(await openVault(options))).toBe('done');
});

test('a start of the machine was seen once: a wall clock set forth after it shortens nothing', async () => {
  await useUp(await openVault(options));
  clock.startMachine('second start', 0);
  expect(await right(await openVault(options))).toEqual(wait(30));
  clock.setWall(3600);
  expect(await right(await openVault(options))).toEqual(wait(30));
});

test('whoever deletes or damages the attempts’ file gives nobody new attempts, and keeps nobody out for longer than the first wait', async () => {
  const path = join(options.dir, 'attempts');
  const whole = readFileSync(path);
  const flip = (at: number) => whole.map((byte, i) => (i === at ? byte ^ 1 : byte));
  const harms = [
    () => rmSync(path),
    () => writeFileSync(path, ''),
    ...Array.from({ length: Math.ceil(whole.length / 3) }, (_, i) => () => writeFileSync(path, flip(i * 3))),
  ];
  for (const harm of harms) {
    harm();
    const vault = await openVault(options);
    expect(await right(vault)).toEqual(wait(30));
    expect(await right(vault, zhang)).toEqual(wait(30));
    clock.pass(30);
    expect(await right(vault)).toBe('done');
    await vault.close();
    expect(await wrong(vault)).toEqual(left(4));
    expect(await wrong(vault, zhang.staffNumber)).toMatchObject({ ...left(0), waitSeconds: 60 });
  }
});

test('many tries at once are counted one by one', async () => {
  const vault = await openVault(options);
  const answers = await Promise.all(Array.from({ length: 8 }, () => wrong(vault)));
  expect(answers).toEqual([left(4), left(3), left(2), left(1), { ...left(0), waitSeconds: 30 }, wait(30), wait(30), wait(30)]);
});

test('an attempt is counted before it is made: whoever ends the program amid it gains nothing', async () => {
  rmSync(options.dir, { recursive: true });
  // Another process has no keyring of ours; 试用 has none.
  const { scrypt: _cheap, ...dear } = vaultOptions(temp.dir, { clock });
  await closedOffice(dear, { mode: 'trial', members: [wang] });
  for (let kill = 0; kill < 5; kill++) {
    const before = statSync(join(dear.dir, 'attempts')).ino;
    const child = spawn(process.execPath, [join(import.meta.dirname, 'vault-attempt-child.ts'), temp.dir, '000001']);
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString('utf8');
    });
    const counted = () => existsSync(join(dear.dir, 'attempts')) && statSync(join(dear.dir, 'attempts')).ino !== before;
    while (!counted() && child.exitCode === null) await sleep(2);
    child.kill('SIGKILL');
    await once(child, 'close');
    // Killed while it stretched the PIN: nobody was told whether it was right.
    expect(said).toBe('');
  }
  expect(await right(await openVault(dear))).toEqual(wait(30));
}, 60_000);
