import { safeStorage } from 'electron';
import type { HostSecrets } from '../host.ts';

/** On Linux, what holds a key of its own. Without one Electron falls back to a key that is written in its source: that is none. */
const linuxKeyrings = new Set(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6']);

/** The system's keyring (DPAPI, Keychain, Secret Service), or undefined where there is none that deserves the name. */
export async function findKeyring(platform: NodeJS.Platform): Promise<HostSecrets | undefined> {
  if (platform === 'linux' && !linuxKeyrings.has(safeStorage.getSelectedStorageBackend())) return undefined;
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return undefined;
  return {
    wrap: async (secret) => new Uint8Array(await safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64'))),
    unwrap: async (wrapped) => {
      const { result } = await safeStorage.decryptStringAsync(Buffer.from(wrapped));
      return new Uint8Array(Buffer.from(result, 'base64'));
    },
  };
}
