import type { SameShape } from '../same-shape.ts';
import type { keyCare as chinese } from '../zh/key-care.ts';

export const keyCare: SameShape<typeof chinese> = {
  recover: 'Use the recovery key',
  title: 'Recover the counter',
  keyWords:
    'Where everybody has forgotten their PIN, or this computer’s keyring is gone: the recovery key that was copied when the counter was made lets you in. All records stay as they are.',
  key: 'Recovery key (eight groups)',
  keyNote: 'in any case, with dashes or without; O is 0, I and L are 1',
  next: 'Next',
  back: 'Back to sign-in',
  memberWords:
    'The key is right. Type an administrator’s own staff number and a new PIN. Everybody else’s PIN is void; set each anew in the settings afterwards.',
  staffNumber: 'Administrator’s staff number',
  passphraseTitle: 'New office passphrase',
  passphraseWords:
    'The old passphrase opens nothing any more. Copy these six words on paper: they are asked for at the first sign-in after each start, and are shown this once.',
  passphrase: 'Type the six words as you copied them',
  complete: 'Recover and sign in',
  dataKey: 'Data key',
  dataKeyWords:
    'Everything on this computer lies under it. It is replaced by itself when somebody leaves; replace it here where somebody may have copied the data. Work goes on; older data is sealed anew in the background.',
  which: 'Number {{epoch}} is in use',
  replace: 'Replace the data key',
  resealing: 'Sealing anew under the new key: {{done}} of {{total}} files',
  preparing: 'Sealing anew under the new key',
  stopped:
    'Sealing anew came to a stop; the older key is kept and all data is there. The program tries again by itself. Where that doesn’t help, hand the diagnostics bundle to whoever helps you.',
  syncLimit: 'Limit without sync',
  syncWords:
    'After so many days without the central side nothing new is taken in (looking, printing and backup go on); the last five days warn. Empty: no limit.',
  syncDays: 'Days',
  syncNone: 'no limit',
  syncSave: 'Save',
  syncLeft: '{{count}} days left without sync',
  syncOver: 'Too long without sync; nothing new',
  statusItem: 'Sealing anew {{percent}}%',
  statusStopped: 'Sealing anew stopped',
};
