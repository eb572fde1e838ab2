import { randomBytes } from 'node:crypto';
import type { StaffId } from '../../shared/domain/ids.ts';
import { boxDataKey } from './member.ts';
import { keyBytes } from './suite.ts';
import { VaultError } from './vault-error.ts';
import type { MemberEntry, VaultBody, VaultHead } from './vault-file.ts';

/** Both parts of an open vault's file. Each change gives a new content; what stands in memory changes only after it stands on the disk. */
export interface VaultContent {
  readonly head: VaultHead;
  readonly body: VaultBody;
}

export interface MemberName {
  readonly staffId: StaffId;
  readonly staffNumber: string;
}

export function dataKeyOf({ body }: VaultContent, epoch: number): Uint8Array | undefined {
  return body.dataKeys.find((each) => each.epoch === epoch)?.key;
}

export function newestDataKey(content: VaultContent): Uint8Array {
  const key = dataKeyOf(content, content.head.epoch);
  if (!key) throw new VaultError('vault-damaged', 'The newest data key is not in the vault');
  return key;
}

/** Throws a VaultError: `staff-unknown`. */
export function getMember({ body }: VaultContent, staffId: StaffId): VaultBody['members'][number] {
  const member = body.members.find((each) => each.staffId === staffId);
  if (!member) throw new VaultError('staff-unknown', 'Is no member of this vault');
  return member;
}

/** Throws a VaultError: `staff-exists`. */
export function needStranger({ body }: VaultContent, { staffId, staffNumber }: MemberName): void {
  if (body.members.some((each) => each.staffId === staffId || each.staffNumber === staffNumber))
    throw new VaultError('staff-exists', 'Is a member already, or bears a member’s number');
}

export function withMember(content: VaultContent, entry: MemberEntry, { staffId, staffNumber }: MemberName): VaultContent {
  needStranger(content, { staffId, staffNumber });
  const { head, body } = content;
  return {
    head: { ...head, members: [...head.members, entry] },
    body: { ...body, members: [...body.members, { tag: entry.tag, staffId, staffNumber }] },
  };
}

/** The same member with a new PIN. */
export function withNewEntry({ head, body }: VaultContent, entry: MemberEntry): VaultContent {
  return { head: { ...head, members: head.members.map((each) => (isSame(each.tag, entry.tag) ? entry : each)) }, body };
}

/** Throws a VaultError: `staff-unknown`, or `last-staff`, since nobody could open the vault any more. */
export function withoutMember(content: VaultContent, staffId: StaffId): VaultContent {
  const { tag } = getMember(content, staffId);
  if (content.body.members.length === 1) throw new VaultError('last-staff', 'Nobody could open the vault any more');
  const others = <T extends { tag: Uint8Array }>(all: readonly T[]) => all.filter((each) => !isSame(each.tag, tag));
  const { head, body } = content;
  return { head: { ...head, members: others(head.members) }, body: { ...body, members: others(body.members) } };
}

/** The next data key, wrapped for everybody who is a member now and for the recovery key; the older ones lie sealed under it. */
export function withNextEpoch({ head, body }: VaultContent): VaultContent {
  const place = { vaultId: head.vaultId, epoch: head.epoch + 1, dataKey: newDataKey() };
  const members = head.members.map((each) => ({ ...each, dataKey: boxDataKey(each.publicKey, each.tag, place) }));
  const recovery = { ...head.recovery, dataKey: boxDataKey(head.recovery.publicKey, 'recovery', place) };
  return {
    head: { ...head, epoch: place.epoch, members, recovery },
    body: { ...body, dataKeys: [...body.dataKeys, { epoch: place.epoch, key: place.dataKey }] },
  };
}

/** Only this data key is left and what came after it: nothing lies under the older ones any more. */
export function withoutOlderEpochs({ head, body }: VaultContent, than: number): VaultContent {
  return { head, body: { ...body, dataKeys: body.dataKeys.filter(({ epoch }) => epoch >= than || epoch === head.epoch) } };
}

export function withRecoveryKey(content: VaultContent, publicKey: Uint8Array): VaultContent {
  const { head, body } = content;
  const dataKey = boxDataKey(publicKey, 'recovery', { ...head, dataKey: newestDataKey(content) });
  return { head: { ...head, recovery: { ...head.recovery, publicKey, dataKey } }, body };
}

export function newDataKey(): Uint8Array {
  return new Uint8Array(randomBytes(keyBytes));
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.from(a).equals(b);
}
