/** `npm run diagnostics -- [--data DIR] --out FILE`: the diagnostics bundle of a counter, whether it runs, stopped at its start, or neither. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gatherDiagnostics } from '../electron/program/diagnostics/gather-diagnostics.ts';
import { zipDiagnostics } from '../electron/program/diagnostics/zip-diagnostics.ts';
import { programPaths } from '../electron/program/program-paths.ts';
import { writeDurably } from '../electron/vault/durable-file.ts';
import { CommandError, sayFault } from './command-error.ts';

const root = join(import.meta.dirname, '..');

try {
  const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
  if (values.out === undefined) throw new CommandError('Say where the bundle is to be put: --out FILE');
  const { userData, resources } = programPaths(root, { data: values.data && resolve(values.data), papers: undefined });
  const now = new Date();
  const files = await gatherDiagnostics({ userData, resources, host: undefined, now, counter: undefined });
  const zip = zipDiagnostics(files, now);
  const out = resolve(values.out);
  await writeDurably(out, zip).catch((cause: unknown) => {
    throw new CommandError(`${out} could not be written (${(cause as { code?: string }).code ?? 'unknown'}).`);
  });
  for (const { name, bytes } of files) console.log(`${String(bytes.length).padStart(10)}  ${name}`);
  console.log(`${files.length} files, ${zip.length} bytes: ${out}`);
} catch (error) {
  sayFault(error);
  process.exitCode = 1;
}
