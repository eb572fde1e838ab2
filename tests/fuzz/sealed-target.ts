import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openSealedFiles } from '../../electron/vault/sealed-file.ts';
import { VaultError } from '../../electron/vault/vault-error.ts';
import { oneKey } from '../integration/vault-kit.ts';
import { changed, type FuzzTarget } from './fuzz-target.ts';
import { mutatedBytes } from './mutated-bytes.ts';

interface Input {
  readonly file: string;
  readonly bytes: Uint8Array;
}

const contents: Readonly<Record<string, string>> = {
  'print-queue': '{"schema":1,"jobs":[]}',
  'desk-settings/019a0000-0000-7000-8000-000000000001': '{"hiddenColumns":{}}',
  'draft/019a0000-0000-7000-8000-000000000002': '{"title":"王敏"}',
  'place/019a0000-0000-7000-8000-000000000001': '/talents',
};

/** A folder of sealed files, one of them changed or exchanged for another: it is read as it was written, or told as damaged, and left as it lies. */
export async function sealedTarget(): Promise<FuzzTarget<Input>> {
  const base = mkdtempSync(join(tmpdir(), 'fuzz-sealed-'));
  const [whole, dir] = [join(base, 'whole'), join(base, 'changed')];
  const made = await openSealedFiles({ dir: whole, register: true, ...oneKey });
  for (const [name, text] of Object.entries(contents)) await made.write(name, Buffer.from(text));
  await made.close();
  const names = readdirSync(whole);
  const kept = names.map((name) => Uint8Array.from(readFileSync(join(whole, name))));
  const bytes = fc.oneof({ weight: 5, arbitrary: mutatedBytes(...kept) }, { weight: 1, arbitrary: fc.constantFrom(...kept) });
  return {
    inputs: fc.record({ file: fc.constantFrom(...names), bytes }),
    run: async ({ file, bytes: put }) => {
      rmSync(dir, { recursive: true, force: true });
      cpSync(whole, dir, { recursive: true });
      writeFileSync(join(dir, file), put);
      const files = await openSealedFiles({ dir, register: true, ...oneKey });
      try {
        let damaged = 0;
        for (const [name, text] of Object.entries(contents)) {
          const read = await readOrDamaged(() => files.read(name));
          if (read === undefined) return changed(`${name}, which is gone`);
          if (read !== 'damaged' && Buffer.from(read).toString('utf8') !== text) return changed(`what ${name} says`);
          if (read === 'damaged') damaged += 1;
        }
        const listed = await files.list('');
        if (listed.damaged.length < damaged) return changed('a damaged file that no list names');
        if (damaged > 0 && files.changed.length === 0) return changed('a file, and the register says nothing');
        if (!readFileSync(join(dir, file)).equals(put)) return changed('a file that was only to be read');
        return damaged > 0 || files.changed.length > 0 ? 'refused' : 'answered';
      } finally {
        await files.close();
      }
    },
    close: async () => rmSync(base, { recursive: true, force: true }),
  };
}

async function readOrDamaged(ask: () => Promise<Uint8Array | undefined>): Promise<Uint8Array | 'damaged' | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (
      error instanceof VaultError &&
      (error.code === 'file-damaged' || error.code === 'file-newer' || error.code === 'key-missing')
    )
      return 'damaged';
    throw error;
  }
}
