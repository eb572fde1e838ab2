import { requestPort } from '../../page-port.ts';

/** A fresh port to main, not started yet. */
export const getDeskPort = (): Promise<MessagePort> => requestPort();
