import type { Pages } from '../pages.ts';
import type { Port } from '../port.ts';
import type { CdpSession, Params } from './cdp-pipe.ts';
import { ChromiumError } from './chromium-error.ts';
import { bridgeBinding, bridgeReceive, bridgeSource, bridgeWorld, type FrameKind } from './page-bridge.ts';
import { servePages } from './page-network.ts';
import { PagePort } from './page-port.ts';

export interface OwnPageOptions {
  /** `https://desk.talent-counter.invalid` */
  origin: string;
  pages: Pages;
  onPort(port: Port): void;
  onCrash(): void;
  log(line: string): void;
}

/** One of the program's pages with its rules attached: its network, its bridge and its port. */
export class OwnPage {
  readonly session: CdpSession;
  readonly #options: OwnPageOptions;
  #port: PagePort | undefined;
  #contextId = -1;
  #arrived = false;

  constructor(session: CdpSession, options: OwnPageOptions) {
    this.session = session;
    this.#options = options;
  }

  /** Everything here is in force before the page runs its first line. */
  async attachRules(): Promise<void> {
    const { session } = this;
    session.on('Runtime.bindingCalled', (params) => this.#takeFrame(params));
    session.on('Page.frameNavigated', (params) => this.#navigated(params));
    session.on('Page.javascriptDialogOpening', ({ type }) => {
      session.send('Page.handleJavaScriptDialog', { accept: type === 'beforeunload' }).catch(() => {});
    });
    session.on('Inspector.targetCrashed', () => {
      this.#losePort();
      this.#options.onCrash();
    });
    session.on('Target.attachedToTarget', (params) => this.#attachWorker(params));
    void session.ended.then(() => this.#losePort());
    await Promise.all([
      servePages(session, this.#options.pages),
      session.send('Page.enable'),
      session.send('Inspector.enable'),
      // Chromium gives a binding to contexts that come later only while it reports them.
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: bridgeBinding, executionContextName: bridgeWorld }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: bridgeSource(this.#options.origin),
        worldName: bridgeWorld,
      }),
      session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
      session.send('Runtime.runIfWaitingForDebugger'),
    ]);
  }

  /** Throws a ChromiumError where the page's own file can't be had. */
  async load(): Promise<void> {
    const { errorText } = await this.session.send('Page.navigate', { url: `${this.#options.origin}/` });
    // A page that was called away again while it loaded is no failure.
    if (typeof errorText === 'string' && errorText !== 'net::ERR_ABORTED')
      throw new ChromiumError('gone', `${this.#options.origin} did not load: ${errorText}`);
  }

  #takeFrame({ name, payload, executionContextId }: Params): void {
    if (name !== bridgeBinding || typeof payload !== 'string' || typeof executionContextId !== 'number') return;
    const colon = payload.indexOf(':');
    const kind = payload.slice(0, colon) as FrameKind;
    const data = payload.slice(colon + 1);
    if (kind === 'open') this.#openPort(executionContextId, Number(data));
    else if (executionContextId === this.#contextId) this.#port?.take(kind, data);
  }

  #openPort(contextId: number, generation: number): void {
    this.#losePort();
    this.#contextId = contextId;
    this.#port = new PagePort((kind, data) => {
      const args = [{ value: generation }, { value: kind }, { value: data }];
      const call = { functionDeclaration: bridgeReceive, executionContextId: contextId, arguments: args, silent: true };
      // A page that went away meanwhile says so by its own event; what was on the way to it is lost with its port.
      this.session.send('Runtime.callFunctionOn', call).catch(() => {});
    });
    this.#options.onPort(this.#port);
  }

  #losePort(): void {
    const port = this.#port;
    this.#port = undefined;
    this.#contextId = -1;
    port?.lose();
  }

  #navigated({ frame, type }: Params): void {
    const { parentId, url } = frame as { parentId?: string; url: string };
    if (parentId !== undefined) return;
    // Coming back from the back/forward cache would bring a page whose port is long closed.
    if (type === 'BackForwardCacheRestore') this.load().catch(() => {});
    this.#losePort();
    if (url.startsWith(`${this.#options.origin}/`)) {
      this.#arrived = true;
      return;
    }
    // The empty page that the window began with may still be told of when the first load is already under way.
    if (!this.#arrived) return;
    this.#options.log('A page left its own address and was brought back.');
    this.load().catch(() => {});
  }

  async #attachWorker({ sessionId, targetInfo }: Params): Promise<void> {
    const worker = this.session.pipe.session(String(sessionId));
    const { type, targetId } = targetInfo as { type: string; targetId: string };
    if (type !== 'worker') {
      this.#options.log(`A ${type} was opened inside a page and was closed.`);
      await this.session.pipe.browser.send('Target.closeTarget', { targetId }).catch(() => {});
      await worker.send('Runtime.runIfWaitingForDebugger').catch(() => {});
      return;
    }
    // A worker has no Fetch domain. Its script came through the page's rules; what it asks for by itself finds no network at all.
    // One that has ended meanwhile needs nothing any more.
    await worker.send('Runtime.runIfWaitingForDebugger').catch(() => {});
  }
}
