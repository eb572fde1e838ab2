import type { ClientLink } from '@orpc/client';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { deskContract } from '../../../shared/contract/desk.ts';
import { PortLost } from '../ui/trouble.ts';
import { getDeskPort } from './desk-port.ts';
import { LinkState } from './link-state.ts';

type Context = Record<never, never>;
type DeskClient = ContractRouterClient<typeof deskContract, Context>;

/** Whether the program is reachable now; the frame shows its calm reconnecting state from it. */
export const linkState = new LinkState();

let current: Promise<RPCLink<Context>> | undefined;

async function connect(): Promise<RPCLink<Context>> {
  const port = await getDeskPort();
  port.addEventListener('close', () => {
    current = undefined;
    linkState.set('lost');
  });
  port.start();
  linkState.set('open');
  return new RPCLink<Context>({ port });
}

/** A call takes whatever port is open now, so that a port that was lost and found again needs no reload and no new client. */
const link: ClientLink<Context> = {
  async call(path, input, options) {
    current ??= connect();
    const open = await current.catch((cause: unknown) => {
      current = undefined;
      linkState.set('lost');
      throw new PortLost(cause);
    });
    try {
      return await open.call(path, input, options);
    } catch (error) {
      if (linkState.get() === 'lost') throw new PortLost(error);
      throw error;
    }
  },
};

/** Every call of the desk's contract, typed: `await desk.talents.get({ personId })`. */
export const desk: DeskClient = createORPCClient<DeskClient>(link);

/** The same for TanStack Query: `useQuery(deskQuery.talents.get.queryOptions({ input: { personId } }))`. */
export const deskQuery = createTanstackQueryUtils(desk);
