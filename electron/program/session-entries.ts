import type { EntryKind } from '../../shared/domain/entry.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { Refusal, refuse } from '../../shared/domain/refusal.ts';
import type { DeskDecisions } from '../desk/open-counter.ts';
import type { Vault } from '../vault/vault.ts';
import { VaultError } from '../vault/vault-error.ts';

type SessionEntry = EntryKind & ('session.signed-in' | 'session.locked' | 'session.unlocked' | 'session.signed-out');

export async function noteSession(decisions: DeskDecisions, kind: SessionEntry, staffId: StaffId): Promise<void> {
  await decisions.record(staffId, ['session'], async () => ({ kind, command: {}, facts: { staffId } }));
}

export interface TriedPin {
  readonly staffNumber: string;
  readonly pin: string;
  /** Who sits at the desk meanwhile. */
  readonly by: StaffId | null;
}

/** A PIN of the open vault. A wrong one is journaled, without whose it was tried on: that alone would name somebody. */
export async function checkedPin(
  { vault, decisions }: { vault: Vault; decisions(): DeskDecisions },
  { staffNumber, pin, by }: TriedPin,
): Promise<StaffId> {
  try {
    return await vault.checkPin(staffNumber, pin);
  } catch (error) {
    if (error instanceof VaultError && error.code === 'vault-closed') refuse('signed-out', {});
    if (!(error instanceof Refusal)) throw error;
    const facts = { reason: error.code };
    await decisions().record(by, ['session'], async () => ({ kind: 'session.refused', command: {}, facts }));
    throw error;
  }
}
