/** A second line into a browser that a test started with a debugging port: what a person at the keyboard, or bad luck, would do. */
export class DevTools {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (message: Answer) => void>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as Answer;
      if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
    });
  }

  static async connect(endpoint: string | undefined): Promise<DevTools> {
    const version = (await (await fetch(`${endpoint}/json/version`)).json()) as { webSocketDebuggerUrl: string };
    const socket = new WebSocket(version.webSocketDebuggerUrl);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    return new DevTools(socket);
  }

  async send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    const id = ++this.#lastId;
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  /** Pages by their address, the hidden one too. */
  async findTarget(address: string): Promise<string> {
    const { targetInfos } = (await this.send('Target.getTargets')) as { targetInfos: { targetId: string; url: string }[] };
    const found = targetInfos.find(({ url }) => url.startsWith(address));
    if (!found) throw new Error(`no page at ${address} among ${targetInfos.map(({ url }) => url)}`);
    return found.targetId;
  }

  async attach(address: string): Promise<string> {
    const targetId = await this.findTarget(address);
    return String((await this.send('Target.attachToTarget', { targetId, flatten: true }))['sessionId']);
  }

  /** Ends the page's process, as a fault in it would. A page that crashed answers nothing more. */
  async crash(address: string): Promise<void> {
    const session = await this.attach(address);
    this.send('Page.crash', {}, session).catch(() => undefined);
  }

  close(): void {
    this.#socket.close();
  }
}

interface Answer {
  id?: number;
  result?: Record<string, unknown>;
  error?: { message: string };
}

export const deskAddress = 'https://desk.talent-counter.invalid/';
export const recordsAddress = 'https://records.talent-counter.invalid/';
