import { writeSync } from 'node:fs';
import { createVault, openVault } from '../../electron/vault/vault.ts';
import { vaultOptions, wang, zhang } from './vault-kit.ts';

/** Makes a vault, or changes one without end, until it is killed. Says what was acknowledged. */
const [dir, what] = process.argv.slice(2);
const options = vaultOptions(dir as string);
if (what === 'create') {
  writeSync(1, 'begun\n');
  await createVault(options, { mode: 'trial', members: [wang, zhang] });
  writeSync(1, 'made\n');
} else {
  const vault = await openVault(options);
  await vault.signIn(zhang.staffNumber, zhang.pin);
  for (let round = Number(what); ; round++) {
    await vault.resetPin(wang.staffId, String(100_000 + round));
    writeSync(1, `${100_000 + round}\n`);
  }
}
