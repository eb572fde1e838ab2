import { derive } from './suite.ts';

/** What each sub-key is for is in docs/vault-format.md. The info strings are fixed for ever: another string is another key. */
const subKeyInfo = {
  journal: 'talent-counter/sub-key/1/journal',
  records: 'talent-counter/sub-key/1/records',
  tags: 'talent-counter/sub-key/1/tags',
  attachments: 'talent-counter/sub-key/1/attachments',
  snapshot: 'talent-counter/sub-key/1/snapshot',
  files: 'talent-counter/sub-key/1/files',
} as const;
export type SubKeyName = keyof typeof subKeyInfo;
export const subKeyNames = Object.keys(subKeyInfo) as SubKeyName[];

/** The 32-byte sub-key of a data key: HKDF-SHA-256, no salt, since a data key is 32 random bytes. */
export function subKeyOf(dataKey: Uint8Array, name: SubKeyName): Uint8Array {
  return derive(dataKey, subKeyInfo[name]);
}

/** Keys that the vault keeps to itself: of its file's sealed part, and of the high-water marks. */
const ownKeyInfo = {
  body: 'talent-counter/vault/1/body',
  marks: 'talent-counter/vault/1/marks',
} as const;

export function ownKeyOf(dataKey: Uint8Array, name: keyof typeof ownKeyInfo): Uint8Array {
  return derive(dataKey, ownKeyInfo[name]);
}

/** Where a room that keeps sealed bytes gets its keys: the newest epoch seals, older ones still open. */
export interface EpochKeys {
  readonly epoch: number;
  /** The key of that epoch, or undefined where there is none. */
  keyOf(epoch: number): Uint8Array | undefined;
}
