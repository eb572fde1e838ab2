import type { CdpPipe, CdpSession, Params } from './cdp-pipe.ts';
import { ChromiumError } from './chromium-error.ts';

interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

export interface OwnTarget {
  readonly id: string;
  readonly session: CdpSession;
}

/**
 * Everything the browser opens is stopped before its first line and comes by here. What the program asked for is handed over with
 * nothing run yet; anything else (a second window, a popup, the inspector, a service worker) is closed.
 */
export class Targets {
  readonly #cdp: CdpPipe;
  readonly #log: (line: string) => void;
  readonly #sessions = new Map<string, CdpSession>();
  readonly #arrivals: Array<(target: OwnTarget) => void> = [];
  /** While a target of ours is being created, its session arrives before its id is known. */
  #creating: Promise<unknown> = Promise.resolve();
  readonly #own = new Set<string>();

  constructor(cdp: CdpPipe, log: (line: string) => void) {
    this.#cdp = cdp;
    this.#log = log;
  }

  /** Starts watching; resolves with the window that the browser opened by itself. */
  async start(): Promise<OwnTarget> {
    const { browser } = this.#cdp;
    const first = new Promise<OwnTarget>((resolve) => this.#arrivals.push(resolve));
    browser.on('Target.attachedToTarget', (params) => this.#arrive(params));
    browser.on('Target.detachedFromTarget', ({ sessionId }) => this.#cdp.endSession(String(sessionId)));
    await browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
    return first;
  }

  /** A page with no window. */
  async openHidden(): Promise<OwnTarget> {
    const created = this.#cdp.browser.send('Target.createTarget', { url: 'about:blank', hidden: true });
    this.#creating = created.catch(() => {});
    const id = String((await created)['targetId']);
    this.#own.add(id);
    const session = this.#sessions.get(id);
    if (session === undefined) throw new ChromiumError('gone', 'The browser opened no page.');
    return { id, session };
  }

  async close(id: string): Promise<void> {
    await this.#cdp.browser.send('Target.closeTarget', { targetId: id }).catch(() => {});
  }

  async #arrive({ sessionId, targetInfo }: Params): Promise<void> {
    const { targetId, type, url } = targetInfo as TargetInfo;
    const session = this.#cdp.session(String(sessionId));
    this.#sessions.set(targetId, session);
    void session.ended.then(() => this.#sessions.delete(targetId));
    const waiting = type === 'page' ? this.#arrivals.shift() : undefined;
    if (waiting !== undefined) {
      this.#own.add(targetId);
      waiting({ id: targetId, session });
      return;
    }
    await this.#creating;
    if (this.#own.has(targetId)) return;
    this.#log(`The browser opened a ${type} (${url.replace(/[:?#].*$/s, ':')}), which was closed.`);
    // A window that the desk opened shares its process: closed while it waits for its first line, it would hold the desk still for ever.
    await session.send('Runtime.runIfWaitingForDebugger').catch(() => {});
    await this.close(targetId);
  }
}
