import { spawn } from 'node:child_process';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../electron/vault/clock.ts';
import { createVault, type Keyring, type NewMember, type NewVault, type VaultOptions } from '../../electron/vault/vault.ts';
import type { StaffId } from '../../shared/domain/ids.ts';

export function tempFolder(): { dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'vault-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Both clocks of a machine that is started, put to sleep and lied to by hand. */
export class HandClock implements Clock {
  boot = 'first start';
  #wallMs = Date.UTC(2026, 2, 2, 1);
  #monotonicMs = 5_000;
  nowMs = () => this.#wallMs;
  monotonicMs = () => this.#monotonicMs;
  pass(seconds: number): void {
    this.#wallMs += seconds * 1000;
    this.#monotonicMs += seconds * 1000;
  }
  setWall(seconds: number): void {
    this.#wallMs += seconds * 1000;
  }
  startMachine(name: string, seconds = 60): void {
    this.boot = name;
    this.#monotonicMs = 1_000;
    this.#wallMs += seconds * 1000;
  }
}

/** A keyring of one machine: its key is nowhere on the disk. */
export function newKeyring(key: Uint8Array = randomBytes(32)): Keyring {
  return {
    wrap: async (secret) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    },
    unwrap: async (wrapped) => {
      const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, 12), { authTagLength: 16 });
      decipher.setAuthTag(wrapped.subarray(-16));
      return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
    },
  };
}

export const cheap = { N: 16, r: 1, p: 1 };

export const wang: NewMember = {
  staffId: '019a0000-0000-7000-8000-000000000001' as StaffId,
  staffNumber: 'WM1001',
  pin: '246801',
};
export const zhang: NewMember = {
  staffId: '019a0000-0000-7000-8000-000000000003' as StaffId,
  staffNumber: 'ZJG2001',
  pin: '135797',
};
export const li: NewMember = {
  staffId: '019a0000-0000-7000-8000-000000000004' as StaffId,
  staffNumber: 'LJ9001',
  pin: '975318',
};

export function vaultOptions(dir: string, changes: Partial<VaultOptions> = {}): VaultOptions {
  return { dir: join(dir, 'vault'), clock: new HandClock(), secrets: undefined, scrypt: cheap, ...changes };
}

/** An office with a keyring and two members, just made and closed. */
export async function closedOffice(options: VaultOptions, vault: Partial<NewVault> = {}): Promise<{ recoveryKey: string }> {
  const made = await createVault(options, { mode: 'office', members: [wang, zhang], ...vault });
  await made.vault.close();
  return made;
}

/** Key epoch 1 of a test: a room's sub-key. */
export const oneKey = { epoch: 1, keyOf: (epoch: number) => (epoch === 1 ? new Uint8Array(32).fill(1) : undefined) };

/** A hundred kilobytes that all say the same number. */
export function numberedBytes(number: number): Uint8Array {
  return new Uint8Array(new Uint32Array(25_000).fill(number).buffer);
}

/** Which number these bytes say; undefined for anything else than one whole writing. */
export function numberIn(bytes: Uint8Array | undefined): number | undefined {
  const number = bytes && Buffer.from(bytes).readUInt32LE(0);
  return number !== undefined && Buffer.from(numberedBytes(number)).equals(bytes as Uint8Array) ? number : undefined;
}

/** Starts a child beside this file, and ends it so many milliseconds after its first word. Gives what it said. */
export async function killAfter(child: { file: string; args: string[]; ms: number }): Promise<string> {
  const running = spawn(process.execPath, [join(import.meta.dirname, child.file), ...child.args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  running.stdout.on('data', (data: Buffer) => {
    said += data.toString('utf8');
  });
  const closed = once(running, 'close');
  while (said === '' && running.exitCode === null) await sleep(1);
  await sleep(child.ms);
  running.kill('SIGKILL');
  await closed;
  return said;
}

/** The last number of a line that was said to its end: a line without it was cut by the kill. */
export function lastSaid(said: string): number {
  return Math.max(-1, ...said.split('\n').slice(0, -1).map(Number));
}

/** What somebody gets to see of a failure: its code, and a refusal's details. */
export async function told(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    const { code, details } = error as { code?: string; details?: object };
    if (code === undefined) throw error;
    return details && Object.keys(details).length > 0 ? { code, ...details } : code;
  }
  return 'done';
}

export function folderBytes(dir: string): Map<string, Buffer> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return new Map(files.map((each) => [join(each.parentPath, each.name), readFileSync(join(each.parentPath, each.name))]));
}
