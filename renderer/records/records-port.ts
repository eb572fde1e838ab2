import { requestPort } from '../page-port.ts';

/** The port to main, started: messages come in later turns, so whoever awaits this still puts up its listener in time. */
export async function recordsPort(): Promise<MessagePort> {
  const port = await requestPort();
  port.start();
  return port;
}
