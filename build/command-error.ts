import { HostChoiceError } from '../electron/host/choose-host.ts';
import { DemoError } from '../electron/program/demo/demo-error.ts';

/** A command that can't be done here; the message tells a person what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** A sentence for a person where we have one; a stack only for a bug. */
export function sayFault(error: unknown): void {
  const isForPerson = error instanceof CommandError || error instanceof HostChoiceError || error instanceof DemoError;
  console.error(isForPerson ? error.message : error);
}
