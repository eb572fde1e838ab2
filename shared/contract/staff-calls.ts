import { z } from 'zod';
import { staffId } from '../domain/ids.ts';
import { role, staff } from '../domain/staff/staff.ts';
import { call, done } from './desk-call.ts';

const pin = z.string().min(1).max(64);

export const staffLine = staff.extend({
  /** `sample`: of 试用, as it stays. `no-pin`: journaled, but a fault or a kill came before the PIN was kept; a new one mends it. */
  access: z.enum(['active', 'sample', 'no-pin', 'left']),
  leftOn: z.string().optional(),
});
export type StaffLine = z.infer<typeof staffLine>;

/** Who may sign in at this counter. */
export const staffCalls = {
  list: call('settings.change').output(z.array(staffLine)),
  /** The new member types the first PIN, beside the administrator. */
  enrol: call('settings.change', 'field-refused', 'disk-full', 'records-unavailable')
    .input(z.strictObject({ number: z.string().max(40), name: z.string().max(100), role, pin }))
    .output(z.strictObject({ staffId })),
  /** A new PIN on the spot; ends the waiting after too many wrong ones. */
  resetPin: call('settings.change', 'not-found', 'sample-member', 'field-refused', 'disk-full', 'records-unavailable')
    .input(z.strictObject({ staffId, pin }))
    .output(done),
  /** Ends somebody's access. Refuses one's own, so that there is always an administrator. */
  end: call('settings.change', 'not-found', 'own-access', 'sample-member', 'disk-full', 'records-unavailable')
    .input(z.strictObject({ staffId }))
    .output(done),
  /** One's own PIN: the old one and a new one. */
  changePin: call(
    'signed-in',
    'wrong-credentials',
    'too-many-attempts',
    'sample-member',
    'field-refused',
    'disk-full',
    'records-unavailable',
  )
    .input(z.strictObject({ pin, newPin: pin }))
    .output(done),
};
