/** What whoever typed the command can put right, or brought about: the message is a sentence for a person. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

const inWords: Readonly<Record<string, string>> = {
  EACCES: 'this user has no access to it',
  EPERM: 'this user has no access to it',
  EROFS: 'it can only be read',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
};

/** A sentence where a file system's trouble is one that a person can mend; undefined for a bug. */
export function sayTrouble(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  const why = inWords[String(error.code)];
  if (why === undefined) return undefined;
  const place = 'path' in error ? ` at ${String(error.path)}` : '';
  return `The demo can't go on${place}: ${why}.`;
}
