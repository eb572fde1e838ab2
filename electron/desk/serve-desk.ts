import { RPCHandler } from '@orpc/server/websocket';
import type { DeskDoor } from './desk-door.ts';
import type { deskRouter } from './desk-router.ts';

/** The channel to the desk's page, as the host hands it over. */
export interface DeskPort {
  postMessage(message: string | Uint8Array<ArrayBuffer>): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
  close(): void;
}

export interface DeskService {
  readonly router: ReturnType<typeof deskRouter>;
  readonly door: DeskDoor;
}

/** Where it is noted that a frame was no call. */
export const frameOfDesk = 'a frame from the desk';

/** Room for the largest scan in its frame, three times over. */
const maxFrameBytes = 64 * 1024 * 1024;

/**
 * Answers the calls that come through a page's port. A frame that is no call has nobody to be answered: it is noted, and the door goes
 * on standing. (oRPC's own adapter for ports leaves such a frame's error to nobody, and that ends a Node program.) A frame beyond all
 * measure closes the port, so that its caller isn't left waiting.
 */
export function serveDesk(port: DeskPort, { router, door }: DeskService): void {
  const handler = new RPCHandler(router);
  const peer = {
    // What oRPC sends is a text, or bytes that it has made itself.
    send: (message: unknown) => port.postMessage(message as string | Uint8Array<ArrayBuffer>),
    addEventListener: () => {},
  };
  port.addEventListener('message', ({ data }) => {
    if (sizeOf(data) > maxFrameBytes) return port.close();
    const frame = data instanceof Uint8Array ? data.slice().buffer : String(data);
    handler.message(peer, frame, { context: { door } }).catch((error: unknown) => door.onBug(error, frameOfDesk));
  });
  port.addEventListener('close', () => handler.close(peer));
}

/** Bytes, or code units of a text: close enough for a limit. Anything else is no frame, and is read as a text that says nothing. */
function sizeOf(data: unknown): number {
  if (typeof data === 'string') return data.length;
  return data instanceof Uint8Array ? data.byteLength : 0;
}
