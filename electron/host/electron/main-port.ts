import type { MessagePortMain } from 'electron';
import type { Port } from '../port.ts';

type MessageListener = (event: { data: unknown }) => void;
type CloseListener = () => void;

/** Main's end of a page's MessagePort. Like any MessagePort it keeps what comes before the first listener. */
export class MainPort implements Port {
  readonly #port: MessagePortMain;
  readonly #messageListeners: MessageListener[] = [];
  readonly #closeListeners: CloseListener[] = [];
  #closed = false;

  constructor(port: MessagePortMain) {
    this.#port = port;
    port.on('message', ({ data }) => this.#take(data));
    port.on('close', () => this.#lose());
  }

  postMessage(message: string | Uint8Array<ArrayBuffer>): void {
    if (!this.#closed) this.#port.postMessage(typeof message === 'string' ? message : withoutSurroundings(message));
  }

  addEventListener(type: 'message', listener: MessageListener): void;
  addEventListener(type: 'close', listener: CloseListener): void;
  addEventListener(type: 'message' | 'close', listener: MessageListener | CloseListener): void {
    if (type === 'close') {
      this.#closeListeners.push(listener as CloseListener);
      if (this.#closed) queueMicrotask(listener as CloseListener);
      return;
    }
    this.#messageListeners.push(listener);
    if (this.#messageListeners.length === 1 && !this.#closed) this.#port.start();
  }

  close(): void {
    if (this.#closed) return;
    this.#lose();
    this.#port.close();
  }

  #take(data: unknown): void {
    // A page's port takes text and bytes only; anything else that a page could make up ends here.
    if (this.#closed || (typeof data !== 'string' && !(data instanceof Uint8Array))) return;
    for (const listener of this.#messageListeners) listener({ data });
  }

  #lose(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const listener of this.#closeListeners) listener();
  }
}

/**
 * A view is sent with the whole buffer under it. Node cuts small buffers from one pool, so beside our bytes a page would be given
 * whatever else lay there, keys and plaintext among it.
 */
function withoutSurroundings(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const isWhole = bytes.byteLength === bytes.buffer.byteLength && !Buffer.isBuffer(bytes);
  return isWhole ? bytes : new Uint8Array(bytes);
}
