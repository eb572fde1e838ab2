import type { SameShape } from '../same-shape.ts';
import type { signIn as chinese } from '../zh/sign-in.ts';

export const signIn: SameShape<typeof chinese> = {
  title: 'Sign in',
  staffNumber: 'Staff number',
  pin: 'PIN',
  passphrase: 'Office passphrase',
  passphraseNote: 'at the first sign-in after a start; six words',
  submit: 'Sign in',
  sample: { caption: 'Sample staff (choose a name to fill in)', name: 'Name', role: 'Post' },
  locked: {
    title: 'The counter is locked',
    words: 'Drafts and records are saved. Type the PIN to go on.',
    unlock: 'Unlock',
    other: 'Sign in as somebody else',
  },
  enrol: {
    title: 'This computer is not a counter yet',
    words: 'Choose how to begin.',
    trial: 'Try it',
    live: 'Go live',
    liveWords:
      'The office has decided to use the program: fill in office, first administrator and numbers. Have pen and paper ready.',
    trialWords:
      'All the work with sample staff and sample numbers, without a network. Its data lies apart and every paper is marked as a trial.',
  },
  starting: {
    title: 'Starting',
    replay: 'Reading this counter’s journal',
    rebuild: 'Rebuilding the records from the journal; nothing is lost',
    count: '{{done}} of {{total}} entries',
  },
  stopped: {
    title: 'The start was stopped',
    safe: 'No data was changed.',
    log: 'Log',
    frame: 'Damaged entry, number',
    file: 'File',
    reason: {
      'journal-damaged': 'The journal is damaged in the middle; entries after it can’t be trusted.',
      'journal-behind': 'The journal holds less than the program remembers; an old backup may lie over it.',
      'vault-damaged': 'The file that holds this counter’s keys is damaged.',
      'newer-version': 'The data was written by a newer version of the program.',
      'disk-full': 'The disk is full; a safe start is not possible.',
    },
    restore: 'Restore from a backup',
    next: {
      'journal-damaged':
        'Don’t move or delete the data folder. Note number and file above and call an administrator: with a backup and the recovery key, this computer can go on.',
      'journal-behind':
        'Don’t go on working. Call an administrator: look for the latest data folder first; failing that, restore a backup with the recovery key.',
      'vault-damaged':
        'Don’t move or delete the data folder. Call an administrator: with a backup and the recovery key, this computer can go on.',
      'newer-version': 'Install the latest version of the program, then start again.',
      'disk-full': 'Make at least 1 GB of room, then start again.',
    },
  },
};
