import type { StaffKeys } from '../desk/open-counter.ts';
import type { Vault } from '../vault/vault.ts';
import { checkNewPin, checkNoSample } from './new-pin.ts';
import type { Trial } from './trial.ts';

/** The staff's PINs, as the desk changes them: the vault's wraps, under the rules for a new PIN. */
export function staffKeys(vault: Vault, trial: Trial): StaffKeys {
  const rules = { mode: vault.mode, trial };
  return {
    has: (id) => vault.members().includes(id),
    isSample: (id) => rules.mode === 'trial' && trial.staff.some((sample) => sample.id === id),
    check: (member) => {
      if (rules.mode === 'office') checkNoSample({ ...member, path: 'name' }, trial);
      checkNewPin({ ...member, path: 'pin' }, rules);
    },
    give: async ({ id, number: staffNumber, pin }) => {
      if (vault.members().includes(id)) await vault.resetPin(id, pin);
      else await vault.addMember({ staffId: id, staffNumber, pin });
    },
    change: async ({ number, pin, newPin }) => {
      checkNewPin({ number, pin: newPin, path: 'newPin' }, rules);
      await vault.changePin({ staffNumber: number, pin, newPin });
    },
    remove: async (id) => {
      if (vault.members().includes(id)) await vault.removeMember(id);
    },
  };
}
