import type { Configuration } from 'electron-builder';

type Fuses = NonNullable<Configuration['electronFuses']>;

/** In the order in which Electron keeps them in its program file (fuse wire, version 1). */
const wire = [
  ['runAsNode', false],
  ['enableCookieEncryption', true],
  ['enableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', false],
  ['enableEmbeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', true],
  ['loadBrowserProcessSpecificV8Snapshot', false],
  ['grantFileProtocolExtraPrivileges', false],
] as const satisfies ReadonlyArray<readonly [keyof Fuses, boolean]>;

export const fuses: Fuses = Object.fromEntries(wire);

// What stands in front of the wire in every Electron (electron/fuses).
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** What is wrong with the fuses of a program file; empty when each is as it must be. Read by hand, not by what has set them. */
export function findWrongFuses(program: Buffer): string[] {
  const at = program.indexOf(sentinel, 0, 'latin1');
  if (at === -1) return ['there are no fuses in it'];
  const [version, length = 0] = program.subarray(at + sentinel.length);
  if (version !== 1) return [`its fuses are of version ${version}`];
  const states = program.toString('latin1', at + sentinel.length + 2, at + sentinel.length + 2 + length);
  return wire.flatMap(([name, on], index) => {
    const state = states[index];
    return state === (on ? '1' : '0') ? [] : [`${name} is ${{ 0: 'off', 1: 'on' }[state ?? ''] ?? 'not there'}`];
  });
}
