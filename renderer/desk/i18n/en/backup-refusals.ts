import type { SameShape } from '../same-shape.ts';
import type { backupRefusals as chinese } from '../zh/backup-refusals.ts';

export const backupRefusals: SameShape<typeof chinese> = {
  'numbers-frozen': {
    happened:
      'This counter was restored from a backup. Its old {{series}} are frozen: the lost computer may have used them after the backup.',
    safe: 'No number was used twice; saved records are kept.',
    next: 'Ask an administrator to add the new ranges under “Settings”, then go on.',
  },
  'backup-running': {
    happened: 'A backup or a restore is under way already.',
    safe: '',
    next: 'Wait until it is done, or cancel it.',
  },
  'backup-place-missing': {
    happened: 'Nobody has chosen yet where backups go.',
    safe: '',
    next: 'Choose a stick or a folder first.',
  },
  'backup-target-full': {
    happened: 'There is too little room for the backup; about {{lackingMebibytes}} MB more are needed.',
    safe: 'Earlier backups are still good; nothing of the counter was changed.',
    next: 'Make room or take another stick, then try again; what was copied is not copied again.',
  },
  'backup-target-gone': {
    happened: 'The place for backups is gone; the stick may have been pulled.',
    safe: 'Nothing of the counter was changed; backups that were finished are still good.',
    next: 'Plug it in again and try once more; what was copied is not copied again.',
  },
  'backup-target-read-only': {
    happened: 'The place for backups can’t be written to, or not be read.',
    safe: 'Nothing of the counter was changed.',
    next: 'Look at the stick’s lock switch and the folder’s permissions, or choose another place.',
  },
  'backup-target-inside': {
    happened: 'That place lies within this counter’s own data, and would be lost with it.',
    safe: 'Nothing was written.',
    next: 'Choose a stick or a folder elsewhere.',
  },
  'backup-target-unsound': {
    happened: 'What was written to the place for backups comes back as something else ({{file}}).',
    safe: 'This backup doesn’t count; nothing of the counter was changed.',
    next: 'The stick may be broken: take another one and try again.',
  },
  'backup-source-unreadable': {
    happened: 'The file {{file}} of this computer can’t be read, or isn’t as it was written.',
    safe: 'Nothing came of it this time; earlier backups are still good.',
    next: 'Note the file’s name and ask an administrator to check this computer’s disk.',
  },
  'backup-cancelled': {
    happened: 'Cancelled.',
    safe: 'Nothing of the counter was changed; earlier backups are still good.',
    next: 'Try again at any time; what was copied is not copied again.',
  },
  'backup-not-found': {
    happened: 'There is no backup of this program here.',
    safe: 'Nothing was changed.',
    next: 'Choose the stick or folder that the backup lies in.',
  },
  'backup-unfinished': {
    happened: 'The backup here was never finished, and can’t be restored.',
    safe: 'Nothing was changed.',
    next: 'Take one that was finished; if the old computer is still there, make another.',
  },
  'backup-damaged': {
    happened: 'The file {{file}} of the backup is missing or damaged.',
    safe: 'Nothing was restored, and the backup was not changed.',
    next: 'Take another backup, or tell an administrator the file’s name.',
  },
  'backup-not-genuine': {
    happened: 'The backup’s list was not made with this key, or somebody has changed it.',
    safe: 'Nothing was restored.',
    next: 'Take another backup, and find out where this one comes from.',
  },
  'backup-newer': {
    happened: 'The backup was made by a newer version of the program.',
    safe: 'Nothing was changed.',
    next: 'Install the latest version, then restore.',
  },
  'backup-of-trial': {
    happened: 'This is a backup of trial data, which can’t become a live counter.',
    safe: 'Nothing was changed.',
    next: 'Take a backup of a live counter; to try the program, choose “Try it”.',
  },
};
