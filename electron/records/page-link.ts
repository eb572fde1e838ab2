import { createORPCClient, isDefinedError, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { recordsContract } from '../../shared/contract/records.ts';
import { RecordsError } from './records-error.ts';

/** The channel to the page: what a MessagePort is, in the few words that oRPC and this link need. */
export interface PageChannel {
  postMessage(message: string | Uint8Array<ArrayBuffer>): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
  close(): void;
}

/** The hidden page, as the host opens it. */
export interface OpenedPage {
  readonly port: PageChannel;
  /** Resolves with the reason when the page has crashed or was closed. */
  readonly gone: Promise<string>;
  /** Empties the page's storage from outside, where the page itself can't any more. */
  clearStorage?(): Promise<void>;
  close(): Promise<void>;
}

export type RecordsClient = ContractRouterClient<typeof recordsContract>;

export interface PageLinkOptions {
  page(): Promise<OpenedPage>;
  /** Asked of every fresh page before anybody else may call it. Throws only what `call` would. */
  greet(client: RecordsClient): Promise<void>;
  /** A page went away by itself and another one will be opened. */
  onGone(reason: string): void;
  /** A page that doesn't answer for so long is given up and replaced. */
  readonly callTimeoutMs: number;
  /** How often a call is tried on a fresh page before it fails. */
  readonly attempts: number;
}

interface Live {
  readonly client: RecordsClient;
  readonly page: OpenedPage;
  /** Set when the page is gone; calls in flight are rejected with it. */
  gone: PageGone | undefined;
  readonly inFlight: Set<(gone: PageGone) => void>;
}

/** A page opens within a second; this long only where the machine is all but standing still. */
const openTimeoutMs = 15_000;

class PageGone extends Error {}

/**
 * One page at a time, opened when first needed and opened again when it crashed or hangs. Every call is safe to make twice, so a call
 * in flight while the page dies is made again on the next one instead of hanging.
 */
export class PageLink {
  readonly #options: PageLinkOptions;
  #connecting: Promise<Live> | undefined;
  #live: Live | undefined;
  #closed = false;

  constructor(options: PageLinkOptions) {
    this.#options = options;
  }

  /** Throws a RecordsError: what the page answered, `page-unavailable` when no page stays up, `records-closed`. */
  async call<T>(run: (client: RecordsClient) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      if (this.#closed) throw new RecordsError('records-closed', 'The records are closed');
      try {
        return await this.#within(await this.#connected(), run);
      } catch (error) {
        if (!(error instanceof PageGone)) throw toRecordsError(error);
        if (attempt >= this.#options.attempts)
          throw new RecordsError('page-unavailable', 'The records page does not stay up', error);
        await pause(attempt === 1 ? 0 : 100 * 2 ** (attempt - 2));
      }
    }
  }

  /** Gives the page up, for a database that the browser closed under it; the next call opens another. */
  async replace(reason: string): Promise<void> {
    if (this.#live) await this.#giveUp(this.#live, reason);
  }

  /** Empties the page's storage from outside and gives the page up; false where the host can't. */
  async clearStorage(): Promise<boolean> {
    const { page } = await this.#connected();
    if (!page.clearStorage) return false;
    await page.clearStorage();
    await this.replace('its storage was emptied');
    return true;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const live = await this.#connecting?.catch(() => undefined);
    if (live) await this.#giveUp(live, 'closed');
  }

  #connected(): Promise<Live> {
    if (this.#connecting) return this.#connecting;
    const connecting = this.#connect();
    this.#connecting = connecting;
    connecting.catch(() => {
      if (this.#connecting === connecting) this.#connecting = undefined;
    });
    return connecting;
  }

  async #connect(): Promise<Live> {
    let page: OpenedPage;
    try {
      page = await this.#open();
    } catch (error) {
      throw new PageGone('the page could not be opened', { cause: error });
    }
    let lost: (reason: string) => void = () => undefined;
    // Before the client's own listener, so that calls in flight fail as gone and not as aborted.
    page.port.addEventListener('close', () => lost('the channel was closed'));
    const client: RecordsClient = createORPCClient(new RPCLink({ port: page.port }));
    const live: Live = { client, page, gone: undefined, inFlight: new Set() };
    lost = (reason) => void this.#giveUp(live, reason);
    page.gone.then(lost, (error: unknown) => lost(String(error)));
    try {
      await this.#within(live, (fresh) => this.#options.greet(fresh));
    } catch (error) {
      await this.#giveUp(live, 'the page did not greet');
      throw error;
    }
    if (live.gone) throw live.gone;
    this.#live = live;
    return live;
  }

  /** A page that dies while it opens may never say so; waiting for it for ever would hold up every decision, and the closing as well. */
  async #open(): Promise<OpenedPage> {
    const opening = this.#options.page();
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timeoutMs = Math.min(this.#options.callTimeoutMs, openTimeoutMs);
    const timer = setTimeout(() => {
      reject(new Error('the page did not open in time'));
      opening.then((page) => page.close()).catch(() => undefined);
    }, timeoutMs);
    try {
      return await Promise.race([opening, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #within<T>(live: Live, run: (client: RecordsClient) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (live.gone) return reject(live.gone);
      // A timer and a set instead of Promise.race with `gone`: that would keep every call's result for as long as the page lives.
      const timer = setTimeout(() => void this.#giveUp(live, 'the page does not answer'), this.#options.callTimeoutMs);
      // A call to a page that is gone may never be answered, and its timer would keep a closed program from ending.
      const leave = (gone: PageGone) => {
        clearTimeout(timer);
        reject(gone);
      };
      live.inFlight.add(leave);
      run(live.client)
        .then(resolve, (error: unknown) => reject(live.gone ?? error))
        .finally(() => {
          clearTimeout(timer);
          live.inFlight.delete(leave);
        });
    });
  }

  async #giveUp(live: Live, reason: string): Promise<void> {
    if (live.gone) return;
    live.gone = new PageGone(reason);
    if (this.#live === live) {
      this.#live = undefined;
      this.#connecting = undefined;
    }
    for (const reject of live.inFlight) reject(live.gone);
    if (!this.#closed) this.#options.onGone(reason);
    live.page.port.close();
    // A page that crashed may fail to close; there is nothing left to close then.
    await live.page.close().catch(() => undefined);
  }
}

/** The page's typed answers become RecordsErrors; anything else is a bug and stays what it is. */
export function toRecordsError(error: unknown): unknown {
  if (!(error instanceof ORPCError) || !isDefinedError(error)) return error;
  const { code, data } = error as ORPCError<string, { name?: string; message?: string } | undefined>;
  if (code === 'storage-full') return new RecordsError('storage-full', 'The disk is too full for the records', error);
  if (code === 'database-failed')
    return new RecordsError('database-failed', `The database failed: ${data?.name}: ${data?.message}`, error);
  return error;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
