import { writeSync } from 'node:fs';
import { openVault } from '../../electron/vault/vault.ts';
import { told, vaultOptions, wang } from './vault-kit.ts';

/** Tries a PIN and says how it was answered. Stretching at full cost leaves time to be killed in. */
const [dir, pin] = process.argv.slice(2);
const vault = await openVault(vaultOptions(dir as string));
writeSync(1, `${JSON.stringify(await told(vault.signIn(wang.staffNumber, pin as string)))}\n`);
