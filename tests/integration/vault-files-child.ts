import { writeSync } from 'node:fs';
import { openSealedFiles } from '../../electron/vault/sealed-file.ts';
import { numberedBytes, oneKey } from './vault-kit.ts';

/** Writes the same small file again and again until it is killed, and says what was acknowledged. */
const [dir, from] = process.argv.slice(2);
const files = await openSealedFiles({ dir: dir as string, ...oneKey });
for (let round = Number(from); ; round++) {
  await files.write('drafts/1', numberedBytes(round));
  writeSync(1, `${round}\n`);
}
