import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openVault } from '../../electron/vault/vault.ts';
import { VaultError } from '../../electron/vault/vault-error.ts';
import { Refusal, type RefusalCode, refusals } from '../../shared/domain/refusal.ts';
import { closedOffice, newKeyring, vaultOptions, wang, zhang } from '../integration/vault-kit.ts';
import { changed, crashed, type FuzzTarget, type Verdict } from './fuzz-target.ts';
import { mutatedBytes, mutatedText } from './mutated-bytes.ts';

interface Input {
  readonly files: readonly string[];
  readonly bytes: Uint8Array;
}

/**
 * A vault with its files changed, the checksum made to fit as often as not. It is mended from its copy, or refused as it lies, or opens to
 * the member whose PIN is typed and to nobody else.
 */
export async function vaultTarget(): Promise<FuzzTarget<Input>> {
  const base = mkdtempSync(join(tmpdir(), 'fuzz-vault-'));
  const secrets = newKeyring();
  const [whole, dir] = [vaultOptions(join(base, 'whole'), { secrets }), join(base, 'changed')];
  const options = vaultOptions(dir, { secrets });
  await closedOffice(whole);
  const read = (name: string) => Uint8Array.from(readFileSync(join(whole.dir, name)));
  const file = read('vault');
  const headEnd = 10 + Buffer.from(file).readUInt32BE(6);
  const head = mutatedText(Buffer.from(file.slice(10, headEnd)).toString('utf8')).map((text) => withHead(file, headEnd, text));
  const bytes = fc.oneof(mutatedBytes(file), mutatedBytes(file).map(checked), head);
  const where = fc.constantFrom(['vault'], ['vault-copy'], ['vault', 'vault-copy']);
  const both = fc.tuple(where, bytes).map(([files, changedBytes]) => ({ files, bytes: changedBytes }));
  const sealed = fc.oneof(
    ...['attempts', 'marks'].map((name) => mutatedBytes(read(name)).map((each) => ({ files: [name], bytes: each }))),
  );
  return {
    inputs: fc.oneof({ weight: 4, arbitrary: both }, { weight: 1, arbitrary: sealed }),
    run: async ({ files, bytes: put }) => {
      rmSync(dir, { recursive: true, force: true });
      cpSync(join(base, 'whole'), dir, { recursive: true });
      for (const name of files) writeFileSync(join(options.dir, name), put);
      const opened = await typed(() => openVault(options));
      if ('verdict' in opened) {
        const isSame = files.every((name) => readFileSync(join(options.dir, name)).equals(put));
        return isSame ? opened.verdict : changed('a vault that was refused');
      }
      const vault = opened.gave;
      const wrong = await typed(() => vault.signIn(zhang.staffNumber, wang.pin));
      if ('gave' in wrong) return changed('who gets in by whose PIN');
      if (wrong.verdict !== 'refused') return wrong.verdict;
      const right = await typed(() => vault.signIn(wang.staffNumber, wang.pin));
      await vault.close();
      if ('verdict' in right) return right.verdict;
      return right.gave === wang.staffId ? 'answered' : changed(`who gets in: ${right.gave}`);
    },
    close: async () => rmSync(base, { recursive: true, force: true }),
  };
}

/** As somebody would who knows the format. */
function checked(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const body = bytes.subarray(0, Math.max(0, bytes.length - 32));
  return Uint8Array.from(Buffer.concat([body, createHash('sha256').update(body).digest()]));
}

function withHead(file: Uint8Array, headEnd: number, text: string): Uint8Array<ArrayBuffer> {
  const head = Buffer.from(text);
  const prefix = Buffer.from(file.slice(0, 10));
  prefix.writeUInt32BE(head.length, 6);
  return checked(Buffer.concat([prefix, head, file.slice(headEnd)]));
}

/** What it gave; `refused` where the vault said why not, in words of its own. */
async function typed<T>(ask: () => Promise<T>): Promise<{ gave: T } | { verdict: Verdict }> {
  try {
    return { gave: await ask() };
  } catch (error) {
    if (error instanceof VaultError) return { verdict: 'refused' };
    const isWhole = error instanceof Refusal && refusals[error.code as RefusalCode].safeParse(error.details).success;
    return { verdict: isWhole ? 'refused' : crashed(error) };
  }
}
