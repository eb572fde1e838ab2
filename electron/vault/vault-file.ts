import { createHash } from 'node:crypto';
import { z } from 'zod';
import { staffId } from '../../shared/domain/ids.ts';
import { ownKeyOf } from './sub-keys.ts';
import { currentSuite, keyBytes, seal, unseal } from './suite.ts';
import { VaultError } from './vault-error.ts';

/** The bytes of the vault's file: docs/vault-format.md, which is fixed. What this program doesn't know in it is kept and carried. */

const anyBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const bytes = z.codec(z.base64url().max(4096), anyBytes, {
  decode: (text) => new Uint8Array(Buffer.from(text, 'base64url')),
  encode: (value) => Buffer.from(value).toString('base64url'),
});
const exactly = (length: number) => bytes.refine((value) => value.length === length);
const key = exactly(keyBytes);

/** Bounded, so that a file that somebody made up can't take the machine's memory. */
const cost = z.strictObject({
  N: z
    .int()
    .min(2)
    .max(2 ** 20)
    .refine((N) => Number.isInteger(Math.log2(N))),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
});

/** A way to the second factor: `keyring`, `passphrase`, `plain`, and what later programs may add. Each alone is enough. */
const factor = z.looseObject({ kind: z.string().max(40), sealed: bytes, salt: key.optional(), cost: cost.optional() });

const memberEntry = z.looseObject({
  /** HMAC of the staff number under a key that needs the second factor. */
  tag: exactly(16),
  salt: key,
  cost,
  publicKey: key,
  /** Under what the PIN and the second factor give together. */
  privateKey: bytes,
  /** The newest data key, for the private key. */
  dataKey: bytes,
});

/** Lies open on the disk: how many members there are, and nothing about who they are. */
const vaultHead = z.looseObject({
  vaultId: exactly(16),
  mode: z.enum(['office', 'trial']),
  /** Rises by one with each change. */
  generation: z.int().min(1),
  epoch: z.int().min(1).max(0xffff_ffff),
  /** Tells whether a second factor is this vault's: 16 bytes of HMAC under it. */
  factorCheck: exactly(16),
  factors: z.array(factor).max(20),
  members: z.array(memberEntry).max(1000),
  recovery: z.looseObject({ publicKey: key, dataKey: bytes }),
});

/** Sealed under the newest data key, with everything before it in the file as additional data. */
const vaultBody = z.looseObject({
  dataKeys: z.array(z.looseObject({ epoch: z.int().min(1), key })).min(1),
  members: z.array(z.looseObject({ tag: exactly(16), staffId, staffNumber: z.string() })),
});

export type Factor = z.infer<typeof factor>;
export type MemberEntry = z.infer<typeof memberEntry>;
export type VaultHead = z.infer<typeof vaultHead>;
export type VaultBody = z.infer<typeof vaultBody>;
/**
 * `office`: real data. What a PIN is stretched to opens only together with a second factor: a secret that the system's keyring holds or,
 * on a machine without one, an office passphrase.
 * `trial` (试用): sample people, sample staff, and PINs that the sign-in page shows. The second factor lies beside the file in plain
 * and the PIN alone opens it, so this keeps nothing secret from whoever has the disk. It is the same code and the same format, no more.
 */
export type VaultMode = VaultHead['mode'];

const magic = 'TCVT';
const formatVersion = 1;
/** Magic (4), format version (1), cipher suite (1), length of the head (4, big-endian). */
const prefixBytes = 10;
const checksumBytes = 32;

/** Prefix, head as JSON, sealed body, SHA-256 of all before. The body's seal vouches for the whole, the checksum tells damage before anybody signs in. */
export function encodeVaultFile(head: VaultHead, body: VaultBody, dataKey: Uint8Array): Buffer {
  const headJson = Buffer.from(JSON.stringify(z.encode(vaultHead, head)));
  const prefix = Buffer.alloc(prefixBytes);
  prefix.write(magic, 'latin1');
  prefix.writeUInt8(formatVersion, 4);
  prefix.writeUInt8(currentSuite, 5);
  prefix.writeUInt32BE(headJson.length, 6);
  const open = Buffer.concat([prefix, headJson]);
  const plain = Buffer.from(JSON.stringify(z.encode(vaultBody, body)));
  const bodyKey = ownKeyOf(dataKey, 'body');
  const sealed = seal(bodyKey, plain, open);
  for (const secret of [plain, bodyKey]) secret.fill(0);
  return Buffer.concat([open, sealed, checksumOf(open, sealed)]);
}

/** A vault's file as it lies there: the head is read, the body sealed. */
export interface LockedFile {
  readonly head: VaultHead;
  readonly bytes: Uint8Array;
}

/** Throws a VaultError: `vault-damaged` or, where the checksum holds and yet this program doesn't know the format, `vault-newer`. */
export function decodeVaultFile(file: string, bytes: Uint8Array): LockedFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const damaged = (what: string) => new VaultError('vault-damaged', `The vault's file is damaged: ${what}`, { file });
  if (buffer.length < prefixBytes + checksumBytes) throw damaged('too short');
  const end = buffer.length - checksumBytes;
  // Magic, version and this checksum stand in every version to come.
  if (!checksumOf(buffer.subarray(0, end)).equals(buffer.subarray(end))) throw damaged('the checksum differs');
  if (buffer.toString('latin1', 0, 4) !== magic) throw damaged('not a vault');
  const [version, suite] = [buffer.readUInt8(4), buffer.readUInt8(5)];
  if (version !== formatVersion || suite !== currentSuite)
    throw new VaultError('vault-newer', `The vault's file: format ${version}, suite ${suite}`, { file });
  const bodyAt = prefixBytes + buffer.readUInt32BE(6);
  if (bodyAt > end) throw damaged('its head is longer than the file');
  const head = vaultHead.safeDecode(parseJson(buffer.toString('utf8', prefixBytes, bodyAt)) as z.input<typeof vaultHead>);
  if (!head.success) throw damaged('its head is none');
  return { head: head.data, bytes: buffer };
}

/** Opens the body with the data key that a wrap gave; undefined where it isn't the key or the file was tampered with. */
export function openVaultBody({ bytes }: LockedFile, dataKey: Uint8Array): VaultBody | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const bodyAt = prefixBytes + buffer.readUInt32BE(6);
  const bodyKey = ownKeyOf(dataKey, 'body');
  const plain = unseal(bodyKey, buffer.subarray(bodyAt, -checksumBytes), buffer.subarray(0, bodyAt));
  bodyKey.fill(0);
  if (!plain) return undefined;
  const body = vaultBody.safeDecode(parseJson(plain.toString('utf8')) as z.input<typeof vaultBody>);
  plain.fill(0);
  return body.data;
}

function checksumOf(...parts: Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
