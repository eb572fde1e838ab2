import type { Port } from '../port.ts';
import { type FrameKind, partSize } from './page-bridge.ts';

type MessageListener = (event: { data: unknown }) => void;
type CloseListener = () => void;

/** Main's end of a page's MessagePort. */
export class PagePort implements Port {
  readonly #send: (kind: FrameKind, data: string) => void;
  readonly #messageListeners: MessageListener[] = [];
  readonly #closeListeners: CloseListener[] = [];
  #early: unknown[] = [];
  #parts: Array<string | Buffer> = [];
  #closed = false;

  constructor(send: (kind: FrameKind, data: string) => void) {
    this.#send = send;
  }

  postMessage(message: string | Uint8Array<ArrayBuffer>): void {
    if (this.#closed) return;
    if (typeof message === 'string') this.#sendText(message);
    else this.#sendBytes(message);
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
    // Like a MessagePort before its start: what came before anybody listened is kept in order, not lost.
    const early = this.#early;
    this.#early = [];
    for (const data of early) this.#deliver(data);
  }

  close(): void {
    if (this.#closed) return;
    this.#send('close', '');
    this.lose();
  }

  /** The other end is gone. */
  lose(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#parts = [];
    for (const listener of this.#closeListeners) listener();
  }

  take(kind: FrameKind, data: string): void {
    if (this.#closed) return;
    const isText = kind === 'text' || kind === 'text-part';
    this.#parts.push(isText ? data : Buffer.from(data, 'base64'));
    if (kind === 'text-part' || kind === 'bytes-part') return;
    const parts = this.#parts;
    this.#parts = [];
    this.#deliver(isText ? parts.join('') : new Uint8Array(Buffer.concat(parts as Buffer[])));
  }

  #deliver(data: unknown): void {
    if (this.#messageListeners.length === 0) this.#early.push(data);
    for (const listener of this.#messageListeners) listener({ data });
  }

  #sendText(text: string): void {
    let at = 0;
    while (text.length - at > partSize) {
      const code = text.charCodeAt(at + partSize - 1);
      const isHighSurrogate = code >= 0xd800 && code < 0xdc00;
      const to = at + partSize - (isHighSurrogate ? 1 : 0);
      this.#send('text-part', text.slice(at, to));
      at = to;
    }
    this.#send('text', text.slice(at));
  }

  #sendBytes(bytes: Uint8Array<ArrayBuffer>): void {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    for (; all.length - at > partSize; at += partSize) this.#send('bytes-part', all.toString('base64', at, at + partSize));
    this.#send('bytes', all.toString('base64', at));
  }
}
