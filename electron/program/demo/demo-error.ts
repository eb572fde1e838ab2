import { ChromiumError } from '../../host/chromium/chromium-error.ts';
import { ElectronHostError } from '../../host/electron/electron-host-error.ts';

/** What whoever typed the command can put right, or brought about: the message is a sentence for a person. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

const inWords: Readonly<Record<string, string>> = {
  EACCES: 'this user has no access to it',
  EPERM: 'this user has no access to it',
  EROFS: 'it can only be read',
  ENOENT: 'there is no such place',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  // The desk's own word for it.
  'disk-full': 'the disk is full',
};

/** A sentence for a person, where one can do something about it; undefined for a bug. */
export function sayTrouble(error: unknown): string | undefined {
  if (error instanceof DemoError || error instanceof ChromiumError || error instanceof ElectronHostError) return error.message;
  if (!(error instanceof Error && 'code' in error)) return undefined;
  const why = inWords[String(error.code)];
  if (why === undefined) return undefined;
  const place = 'path' in error ? ` at ${String(error.path)}` : '';
  return `The demo can't go on${place}: ${why}.`;
}
