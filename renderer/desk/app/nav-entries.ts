import type { Right } from '../../../shared/domain/staff/staff.ts';
import type { KeyName } from './keys.ts';

export interface NavEntry {
  name:
    | 'home'
    | 'register'
    | 'consult'
    | 'matters'
    | 'issue'
    | 'review'
    | 'verify'
    | 'takeOver'
    | 'audit'
    | 'backup'
    | 'settings';
  to:
    | '/'
    | '/register'
    | '/consult'
    | '/matters'
    | '/issue'
    | '/review'
    | '/verify'
    | '/take-over'
    | '/audit'
    | '/backup'
    | '/settings';
  /** Its key, by the name it has in the key table. */
  keyName: KeyName | undefined;
  /** Who lacks the right doesn't see the entry. */
  right: Right;
}

/** The pages of the left edge, from top to bottom. Only what exists stands here. */
export const navEntries: readonly NavEntry[] = [
  { name: 'home', to: '/', keyName: undefined, right: 'signed-in' },
  { name: 'register', to: '/register', keyName: 'register', right: 'talent.register' },
  { name: 'consult', to: '/consult', keyName: 'consult', right: 'advice.give' },
  { name: 'matters', to: '/matters', keyName: 'matters', right: 'talent.view' },
  { name: 'issue', to: '/issue', keyName: 'issue', right: 'card.issue' },
  { name: 'review', to: '/review', keyName: 'review', right: 'talent.view' },
  { name: 'verify', to: '/verify', keyName: 'verify', right: 'card.verify' },
  { name: 'takeOver', to: '/take-over', keyName: undefined, right: 'talent.register' },
  { name: 'audit', to: '/audit', keyName: undefined, right: 'audit.view' },
  { name: 'backup', to: '/backup', keyName: undefined, right: 'backup.make' },
  { name: 'settings', to: '/settings', keyName: undefined, right: 'settings.change' },
];
