import type { Readable, Writable } from 'node:stream';
import { ChromiumError } from './chromium-error.ts';

export type Params = Record<string, unknown>;
type Listener = (params: Params) => void;

interface Waiting {
  method: string;
  resolve(result: Params): void;
  reject(error: Error): void;
}

interface Message {
  id?: number;
  method?: string;
  params?: Params;
  sessionId?: string;
  result?: Params;
  error?: { message: string };
}

const nul = 0;

/** Chromium's DevTools protocol over two pipes: JSON messages, each ended by a NUL. */
export class CdpPipe {
  readonly browser = new CdpSession(this, undefined);
  readonly #write: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #sessions = new Map<string, CdpSession>();
  #parts: Buffer[] = [];
  #lastId = 0;
  #closed = false;

  constructor(write: Writable, read: Readable) {
    this.#write = write;
    write.on('error', () => this.#close());
    read.on('error', () => this.#close());
    read.on('close', () => this.#close());
    read.on('data', (chunk: Buffer) => this.#take(chunk));
  }

  session(id: string): CdpSession {
    let session = this.#sessions.get(id);
    if (session === undefined) {
      session = new CdpSession(this, id);
      this.#sessions.set(id, session);
    }
    return session;
  }

  /** The target went away: nothing more will be answered on this session. */
  endSession(id: string): void {
    this.#sessions.get(id)?.end();
    this.#sessions.delete(id);
  }

  send(method: string, params: Params, sessionId: string | undefined): Promise<Params> {
    if (this.#closed) return Promise.reject(gone(method));
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
      this.#write.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  #take(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(nul); end !== -1; end = chunk.indexOf(nul, from)) {
      this.#parts.push(chunk.subarray(from, end));
      from = end + 1;
      const text = Buffer.concat(this.#parts).toString('utf8');
      this.#parts = [];
      this.#dispatch(JSON.parse(text) as Message);
    }
    if (from < chunk.length) this.#parts.push(chunk.subarray(from));
  }

  #dispatch(message: Message): void {
    if (message.id === undefined) {
      const session = message.sessionId === undefined ? this.browser : this.#sessions.get(message.sessionId);
      if (message.method !== undefined) session?.emit(message.method, message.params ?? {});
      return;
    }
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return;
    this.#waiting.delete(message.id);
    if (message.error === undefined) waiting.resolve(message.result ?? {});
    else waiting.reject(new ChromiumError('gone', `${waiting.method}: ${message.error.message}`));
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const waiting of this.#waiting.values()) waiting.reject(gone(waiting.method));
    this.#waiting.clear();
    for (const session of this.#sessions.values()) session.end();
    this.#sessions.clear();
    this.browser.end();
  }
}

/** The browser itself, or one of its targets. */
export class CdpSession {
  readonly pipe: CdpPipe;
  readonly #id: string | undefined;
  readonly #listeners = new Map<string, Listener[]>();
  readonly ended: Promise<void>;
  #end: () => void = () => {};

  constructor(pipe: CdpPipe, id: string | undefined) {
    this.pipe = pipe;
    this.#id = id;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  send(method: string, params: Params = {}): Promise<Params> {
    return this.pipe.send(method, params, this.#id);
  }

  on(method: string, listener: Listener): void {
    this.#listeners.set(method, [...(this.#listeners.get(method) ?? []), listener]);
  }

  emit(method: string, params: Params): void {
    for (const listener of this.#listeners.get(method) ?? []) listener(params);
  }

  end(): void {
    this.#end();
  }
}

const gone = (method: string): ChromiumError => new ChromiumError('gone', `${method}: the browser is gone`);
