import type { SameShape } from '../same-shape.ts';
import type { backup as chinese } from '../zh/backup.ts';

export const backup: SameShape<typeof chinese> = {
  title: 'Backup',
  words:
    'Copies all of this counter’s data, encrypted, to a stick or a folder elsewhere, and reads everything back. Without the recovery key a backup can’t be opened.',
  last: 'Last backup',
  never: 'There has been no backup yet',
  at: 'When',
  where: 'Where',
  upTo: 'Up to entry',
  size: 'What',
  sizeOf: '{{files}} files, {{size}} MB ({{copied}} MB newly copied), verified',
  place: 'Where backups go',
  noPlace: 'Not chosen yet',
  notThere: 'Not there now: the stick may not be plugged in',
  daily: 'Made by itself each day after {{time}}, while nobody works; one that was missed is made after the next sign-in.',
  offered: 'Places to choose from',
  none: 'No stick is plugged in',
  kind: { removable: 'Stick or external disk', documents: 'Documents', folder: 'Folder' },
  free: '{{free}} MB free',
  sameDisk: 'On the same disk as the data: lost with it',
  use: 'Use this',
  using: 'In use',
  typed: 'Another folder (its whole path)',
  make: 'Back up now',
  cancel: 'Cancel',
  step: { looking: 'Looking through', copying: 'Copying', checking: 'Reading back' },
  amount: '{{done}} of {{total}} MB',
  done: 'Backed up and verified, up to entry {{seq}}.',
  failed: 'The last backup that was made by itself came to nothing',
  open: 'To backup',
  late: 'No backup for {{days}} days',
  neverMade: 'In use for {{days}} days, and never backed up',
  lateWords:
    'Should this computer be lost or break, entries without a backup are gone. Ask an administrator or a supervisor to plug in a stick and make one under “Backup”.',
};
