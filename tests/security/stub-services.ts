import { v7 } from 'uuid';
import type { deskRouter } from '../../electron/desk/desk-router.ts';
import type { StaffId } from '../../shared/domain/ids.ts';

type Services = Omit<Parameters<typeof deskRouter>[0], 'room' | 'sha256'>;

/** What the desk may ask for beside the open counter; each notes the acts that would last. */
export function stubServices(acts: string[]): Services {
  const act = (name: string) => async () => void acts.push(name);
  return {
    session: {
      state: () => ({ phase: 'signed-in', trial: true }),
      startTrial: act('startTrial'),
      signIn: act('signIn'),
      unlock: act('unlock'),
      lock: act('lock'),
      signOut: act('signOut'),
      keepPlace: act('keepPlace'),
      signOff: async () => {
        acts.push('signOff');
        return {
          ticket: 'ticket-of-sixteen-places',
          staff: { id: v7() as StaffId, number: '2001', name: '李强', role: 'supervisor' },
        };
      },
    },
    goingLive: {
      begin: act('beginLive'),
      prepare: async () => {
        acts.push('prepareLive');
        return { recoveryKey: '', ask: { words: [], group: 1 } };
      },
      confirm: act('confirmLive'),
    },
    diagnostics: {
      gather: async () => ({ items: [], folder: '' }),
      save: async () => {
        acts.push('diagnostics saved');
        return { file: '' };
      },
    },
  };
}
