import type { EpochKeys } from './sub-keys.ts';
import { derive, mac } from './suite.ts';
import { VaultError } from './vault-error.ts';

export interface FileKeysOptions extends EpochKeys {
  /** Key epochs that files may still lie under, newest first; only `epoch` where left out. */
  readonly epochs?: readonly number[];
}

/** Keys of a folder of sealed files whose names on disk tell nothing. */
export interface FileKeys extends EpochKeys {
  /** Where something of that name lies, newest epoch first: HMAC(key of the epoch, name). */
  fileNames(name: string | Uint8Array): readonly [newest: string, ...older: string[]];
  forget(): void;
}

export const sealedEnding = '.sealed';

/** Per epoch a key for the bytes and one for the names, so that a name's HMAC says nothing about the sealing key. */
export function fileKeys(room: 'files' | 'attachments', { epoch, keyOf, epochs = [] }: FileKeysOptions): FileKeys {
  const needKey = (each: number) => {
    const key = keyOf(each);
    if (!key) throw new VaultError('key-missing', `There is no key for key epoch ${each}`);
    return key;
  };
  const sealing = new Map<number, Uint8Array>();
  const nameKey = (each: number) => {
    const key = needKey(each);
    sealing.set(each, derive(key, `talent-counter/${room}/1/seal`));
    return derive(key, `talent-counter/${room}/1/name`);
  };
  const newest = nameKey(epoch);
  const older = epochs.filter((each) => each !== epoch).map(nameKey);
  const fileName = (key: Uint8Array, name: string | Uint8Array) => `${mac(key, name).toString('hex')}${sealedEnding}`;
  return {
    epoch,
    keyOf: (each) => sealing.get(each),
    fileNames: (name) => [fileName(newest, name), ...older.map((key) => fileName(key, name))],
    forget: () => {
      for (const key of [...sealing.values(), newest, ...older]) key.fill(0);
    },
  };
}
