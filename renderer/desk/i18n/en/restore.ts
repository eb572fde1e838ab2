import type { SameShape } from '../same-shape.ts';
import type { restore as chinese } from '../zh/restore.ts';

export const restore: SameShape<typeof chinese> = {
  title: 'Restore from a backup',
  enrol: 'Restore from a backup',
  enrolWords: 'The old computer is lost or broken: go on here, with the backup on a stick and the recovery key.',
  steps: 'Steps',
  step: { choose: 'Choose the backup', key: 'Recovery key', sheet: 'Write down the new passphrase', check: 'Check' },
  words: 'Plug in the stick with the backup and choose where it lies.',
  replaces: 'The counter on this computer can’t be opened any more',
  replacesWords:
    'Once a backup is restored, the old data folder is kept under another name (counter.set-aside-date) and never deleted. What was done after the backup is not in it: enter that again from the papers.',
  offered: 'Places to choose from',
  none: 'No stick was found',
  typed: 'Another folder (its whole path)',
  look: 'Look',
  found: 'Backups found',
  madeAt: 'Made at',
  entries: 'Entries',
  size: 'Size',
  sizeOf: '{{size}} MB in {{files}} files',
  trial: 'Trial data',
  choose: 'Restore this one',
  back: 'Back',
  keyWords:
    'The recovery key was written down when the counter went live, and lies in the safe. Type the staff number of an administrator of that time and a new PIN; everybody else gets a new PIN from the administrator afterwards.',
  recoveryKey: 'Recovery key (eight groups of four)',
  staffNumber: 'Administrator’s staff number',
  notice:
    'The restored counter is a new device: its old number ranges are frozen, and new ones are needed before anything is received, recognised or issued again. Cards that were issued stay valid.',
  start: 'Restore',
  cancel: 'Cancel',
  running: { looking: 'Looking at the backup', copying: 'Copying and checking', checking: 'Reading back' },
  amount: '{{done}} of {{total}} MB',
  sheet: 'Every file and the whole chain are verified: {{entries}} entries, {{people}} people, {{cards}} cards.',
  once: 'The new office passphrase is shown this once: write it down by hand and compare each word. The old one is of no use any more; the recovery key stays.',
  passphrase: 'Office passphrase',
  passphraseWords: 'Six words, in this order; typed at the first sign-in after each start.',
  noPassphrase: 'The system’s keyring keeps the second factor: there is no passphrase to write down. The recovery key stays.',
  copied: 'Written down, check it',
  checkWords: 'From your sheet, type these two words.',
  checkNone: 'The program then starts anew as the restored counter.',
  word: 'Office passphrase, word {{at}}',
  after:
    'Then the program closes and starts anew; sign in with the administrator’s staff number and the new PIN. If the old computer is still there, don’t use it any more.',
  afterReplacing:
    'Then the program closes and starts anew; sign in with the administrator’s staff number and the new PIN. The old data folder is kept under another name: please don’t delete it.',
  again: 'Show it again',
  finish: 'Start the restored counter',
};
