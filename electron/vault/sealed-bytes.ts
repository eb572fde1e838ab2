import type { EpochKeys } from './sub-keys.ts';
import { currentSuite, seal, unseal } from './suite.ts';
import { VaultError } from './vault-error.ts';

/** Which kind of file: `file` is a small sealed file, `attachment` a photo, scan or signature, `marks` the vault's high-water marks, `attempts` its attempts. */
const sealedMagic = { file: 'TCSF', attachment: 'TCSA', marks: 'TCSM', attempts: 'TCST' } as const;
type SealedKind = keyof typeof sealedMagic;

const formatVersion = 1;
/** Magic (4), format version (1), cipher suite (1), key epoch (4, big-endian). */
export const headerBytes = 10;

export interface SealedPlace {
  readonly kind: SealedKind;
  /** The file's name on disk. It is sealed in as additional data, so that one file can't stand in for another. */
  readonly fileName: string;
}

/** A whole sealed file: header, nonce, ciphertext, tag. */
export function sealFile(plain: Uint8Array, { kind, fileName }: SealedPlace, { epoch, keyOf }: EpochKeys): Buffer {
  const key = keyOf(epoch);
  if (!key) throw new VaultError('key-missing', `There is no key for key epoch ${epoch}`);
  const header = Buffer.alloc(headerBytes);
  header.write(sealedMagic[kind], 'latin1');
  header.writeUInt8(formatVersion, 4);
  header.writeUInt8(currentSuite, 5);
  header.writeUInt32BE(epoch, 6);
  return Buffer.concat([header, seal(key, plain, additionalData(header, fileName))]);
}

/** What was sealed. Throws a VaultError: `file-damaged` for bytes that aren't it, `file-newer`, or `key-missing`. */
export function openSealedFile(bytes: Uint8Array, { kind, fileName }: SealedPlace, { keyOf }: Pick<EpochKeys, 'keyOf'>): Buffer {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const damaged = (what: string) => new VaultError('file-damaged', `${fileName} is damaged: ${what}`, { file: fileName });
  if (file.length < headerBytes) throw damaged('too short');
  if (file.toString('latin1', 0, 4) !== sealedMagic[kind]) throw damaged('not a sealed file of this kind');
  if (file.readUInt8(4) !== formatVersion || file.readUInt8(5) !== currentSuite)
    throw new VaultError('file-newer', `${fileName}: format ${file.readUInt8(4)}, suite ${file.readUInt8(5)}`, {
      file: fileName,
    });
  const epoch = file.readUInt32BE(6);
  const key = keyOf(epoch);
  if (!key) throw new VaultError('key-missing', `${fileName}: there is no key for key epoch ${epoch}`, { file: fileName });
  const plain = unseal(key, file.subarray(headerBytes), additionalData(file.subarray(0, headerBytes), fileName));
  if (!plain) throw damaged('the seal does not open');
  return plain;
}

/** The key epoch that a sealed file's first bytes name; undefined where they aren't a sealed file's. */
export function epochOf(head: Buffer): number | undefined {
  const known: readonly string[] = Object.values(sealedMagic);
  return head.length >= headerBytes && known.includes(head.toString('latin1', 0, 4)) ? head.readUInt32BE(6) : undefined;
}

function additionalData(header: Uint8Array, fileName: string): Buffer {
  return Buffer.concat([header, Buffer.from(fileName, 'utf8')]);
}
