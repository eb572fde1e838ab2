import { beforeEach, expect, test, vi } from 'vitest';
import { resetElectron, safeStorage } from '../../../tests/fixtures/electron-stand-in.ts';
import { findKeyring } from './keyring.ts';

vi.mock('electron', () => import('../../../tests/fixtures/electron-stand-in.ts'));
beforeEach(resetElectron);

test('a Linux without a keyring has no secrets, whatever Electron says about encryption', async () => {
  for (const backend of ['basic_text', 'unknown', 'a later word of Electron’s']) {
    safeStorage.backend = backend;
    expect(await findKeyring('linux'), backend).toBeUndefined();
  }
  for (const backend of ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6']) {
    safeStorage.backend = backend;
    expect(await findKeyring('linux'), backend).toBeDefined();
  }
});

test('a keyring that can’t be opened is none', async () => {
  safeStorage.available = false;
  for (const platform of ['linux', 'win32', 'darwin'] as const) expect(await findKeyring(platform)).toBeUndefined();
});

test('Windows and macOS always have a keyring, and are not asked which', async () => {
  safeStorage.backend = 'basic_text';
  expect(await findKeyring('win32')).toBeDefined();
  expect(await findKeyring('darwin')).toBeDefined();
});

test('every byte of a secret comes back', async () => {
  const secrets = await findKeyring('win32');
  const secret = Uint8Array.from({ length: 256 }, (_, at) => at);
  const wrapped = await secrets?.wrap(secret);
  expect(wrapped).toBeInstanceOf(Uint8Array);
  expect(await secrets?.unwrap(wrapped ?? new Uint8Array())).toEqual(secret);
});
