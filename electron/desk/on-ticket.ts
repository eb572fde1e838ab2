import type { StaffId } from '../../shared/domain/ids.ts';
import type { OpenCounter } from './open-counter.ts';
import type { SignedThing } from './sign-off-tickets.ts';

/**
 * Does what takes a second person. The ticket is held meanwhile, so that pressed twice it is used once; it is spent when the act is done,
 * and good again where the act was refused. Without a ticket that fits, nobody signed: the act itself refuses `sign-off-needed`, after all
 * else that stands in its way.
 */
export async function onTicket<T>(
  { tickets }: Pick<OpenCounter, 'tickets'>,
  { ticket, ...thing }: SignedThing & { readonly ticket: string | undefined },
  deed: (signedOffBy: StaffId | undefined) => Promise<T>,
): Promise<T> {
  const held = ticket === undefined ? undefined : tickets.hold(ticket, thing);
  try {
    const done = await deed(held?.staffId);
    held?.spend();
    return done;
  } catch (error) {
    held?.giveBack();
    throw error;
  }
}
