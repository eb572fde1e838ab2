import { randomBytes } from 'node:crypto';
import type { Secret } from './second-factor.ts';
import {
  type BoxKeys,
  type BoxPurpose,
  boxKeys,
  derive,
  keyBytes,
  mac,
  openBox,
  type ScryptCost,
  seal,
  sealBox,
  stretch,
  unseal,
} from './suite.ts';
import type { MemberEntry, VaultHead } from './vault-file.ts';

/** Whose data key it is that a box or a seal belongs to. */
export interface VaultPlace {
  readonly vaultId: Uint8Array;
  readonly epoch: number;
}

export interface MemberSecrets {
  readonly secret: Secret;
  readonly staffNumber: string;
  readonly pin: string;
}

/** A staff number without the second factor is nothing to look for: 128 bits of HMAC under a key of it. */
export function tagOf(secret: Secret, staffNumber: string): Uint8Array {
  const key = derive(secret, 'talent-counter/vault/1/staff-number');
  return new Uint8Array(mac(key, staffNumber).subarray(0, 16));
}

/** A member has a key pair, its private half under the PIN: so the next data key can be wrapped for everybody without anybody's PIN. */
export async function newMemberEntry(
  { secret, staffNumber, pin }: MemberSecrets,
  place: VaultPlace & { dataKey: Uint8Array; cost: ScryptCost },
): Promise<MemberEntry> {
  const tag = tagOf(secret, staffNumber);
  const salt = new Uint8Array(randomBytes(keyBytes));
  const keys = boxKeys();
  const pinKey = await pinKeyOf({ pin, secret, salt, cost: place.cost });
  const privateKey = new Uint8Array(seal(pinKey, keys.privateKey, sealedFor(place.vaultId, tag)));
  for (const each of [pinKey, keys.privateKey]) each.fill(0);
  const { publicKey } = keys;
  return { tag, salt, cost: place.cost, publicKey, privateKey, dataKey: boxDataKey(publicKey, tag, place) };
}

/**
 * The private key of the member with that number and PIN; undefined where there is none. Takes the same time for a number that nobody
 * has: it is stretched and tried on an entry that can't open.
 */
export async function openMember({
  head,
  secret,
  staffNumber,
  pin,
}: MemberSecrets & { head: VaultHead }): Promise<OpenMember | undefined> {
  const tag = Buffer.from(tagOf(secret, staffNumber));
  const entry = head.members.find((each) => tag.equals(each.tag));
  const tried = entry ?? head.members[0];
  if (!tried) return undefined;
  const salt = entry ? entry.salt : derive(tag, 'talent-counter/vault/1/nobody', tried.salt);
  const pinKey = await pinKeyOf({ pin, secret, salt, cost: tried.cost });
  const privateKey = unseal(pinKey, tried.privateKey, sealedFor(head.vaultId, tag));
  pinKey.fill(0);
  return entry && privateKey && { entry, keys: { publicKey: entry.publicKey, privateKey: new Uint8Array(privateKey) } };
}

export interface OpenMember {
  readonly entry: MemberEntry;
  readonly keys: BoxKeys;
}

const recoveryHolder = new TextEncoder().encode('recovery');

/** The data key for the holder of a key pair: a member, by the tag, or the office's recovery key. */
export function boxDataKey(
  publicKey: Uint8Array,
  holder: Uint8Array | 'recovery',
  place: VaultPlace & { dataKey: Uint8Array },
): Uint8Array {
  return new Uint8Array(sealBox(publicKey, place.dataKey, boxPurpose(holder, place)));
}

export function openDataKey(
  keys: BoxKeys,
  box: Uint8Array,
  { holder, ...place }: VaultPlace & { holder: Uint8Array | 'recovery' },
): Uint8Array | undefined {
  const dataKey = openBox(keys, box, boxPurpose(holder, place));
  return dataKey && new Uint8Array(dataKey);
}

function boxPurpose(holder: Uint8Array | 'recovery', { vaultId, epoch }: VaultPlace): BoxPurpose {
  const epochBytes = Buffer.alloc(4);
  epochBytes.writeUInt32BE(epoch);
  const additional = Buffer.concat([vaultId, epochBytes, holder === 'recovery' ? recoveryHolder : holder]);
  return { label: 'talent-counter/vault/1/data-key', additional };
}

function sealedFor(vaultId: Uint8Array, tag: Uint8Array): Uint8Array {
  return Buffer.concat([vaultId, tag]);
}

/** Under the PIN and the second factor: with one of the two there is nothing to try the other on. */
async function pinKeyOf({
  pin,
  secret,
  salt,
  cost,
}: {
  pin: string;
  secret: Secret;
  salt: Uint8Array;
  cost: ScryptCost;
}): Promise<Uint8Array> {
  const stretched = await stretch(pin, salt, cost);
  const both = Buffer.concat([stretched, secret]);
  const key = derive(both, 'talent-counter/vault/1/member');
  for (const each of [stretched, both]) each.fill(0);
  return key;
}
