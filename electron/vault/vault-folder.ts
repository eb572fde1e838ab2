import { join } from 'node:path';
import { Refusal } from '../../shared/domain/refusal.ts';
import { readIfThere, writeDurably } from './durable-file.ts';
import { VaultError } from './vault-error.ts';
import { decodeVaultFile, type LockedFile } from './vault-file.ts';

/** Two of the same: without this file, everything on the machine is lost but for a backup. */
const mainName = 'vault';
const copyName = 'vault-copy';

/** The copy first: what counts is the file itself, so a change that was cut short or failed was not made. */
export async function writeVaultFile(dir: string, bytes: Uint8Array): Promise<void> {
  await writeDurably(join(dir, copyName), bytes);
  await writeDurably(join(dir, mainName), bytes);
}

/**
 * The file or, where it isn't whole, its copy; the other one is then mended. Throws a VaultError: `vault-missing`, `vault-damaged` or
 * `vault-newer` where neither will do.
 */
export async function readVaultFile(dir: string): Promise<LockedFile & { wasMended: boolean }> {
  const [main, copy] = await Promise.all([readOne(dir, mainName), readOne(dir, copyName)]);
  const best = isWhole(main) ? main : isWhole(copy) ? copy : undefined;
  if (!best || isNewer(main)) throw worst(main, copy);
  const broken = [
    { name: mainName, file: main },
    { name: copyName, file: copy },
  ].filter(({ file }) => !isWhole(file) && !isNewer(file));
  for (const { name } of broken) await mend(join(dir, name), best.bytes);
  return { ...best, wasMended: broken.length > 0 };
}

function isWhole(file: LockedFile | VaultError): file is LockedFile {
  return !(file instanceof VaultError);
}

function isNewer(file: LockedFile | VaultError): boolean {
  return file instanceof VaultError && file.code === 'vault-newer';
}

function worst(...files: (LockedFile | VaultError)[]): VaultError | undefined {
  const errors = files.filter((file) => file instanceof VaultError);
  const order = ['vault-newer', 'vault-damaged'];
  return order.map((code) => errors.find((each) => each.code === code)).find((each) => each) ?? errors[0];
}

async function readOne(dir: string, name: string): Promise<LockedFile | VaultError> {
  try {
    const bytes = await readIfThere(join(dir, name));
    return bytes ? decodeVaultFile(name, bytes) : new VaultError('vault-missing', 'There is no vault here', { file: name });
  } catch (cause) {
    if (cause instanceof VaultError) return cause;
    // A bad sector: the copy lies elsewhere.
    return new VaultError('vault-damaged', 'The vault’s file could not be read', { file: name, cause });
  }
}

async function mend(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeDurably(path, bytes);
  } catch (error) {
    // A full disk keeps nobody from signing in: the whole one of the two is still there.
    if (!(error instanceof Refusal)) throw error;
  }
}
