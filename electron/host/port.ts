/** A two-way channel of messages: what a MessagePort is, in the few words that both hosts and oRPC need. */
export interface Port {
  postMessage(message: string | Uint8Array<ArrayBuffer>): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
  close(): void;
}
