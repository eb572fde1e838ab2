import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeFolder, openFolder, placeFolder, removeDurably, writeDurably } from './durable-file.ts';

let dir: string;
let done: string[] = [];
const at = (path: unknown) => relative(dir, String(path)).replace(/\.[0-9a-f]{12}\.tmp$/, '.tmp') || '.';

/** The real disk, and what was asked of it in which order. */
vi.mock(import('node:fs/promises'), async (original) => {
  const real = await original();
  const open = (async (...given: Parameters<typeof real.open>) => {
    const handle = await real.open(...given);
    const sync = handle.sync.bind(handle);
    handle.sync = () => {
      done.push(`sync ${at(given[0])}`);
      return sync();
    };
    return handle;
  }) as typeof real.open;
  const rename: typeof real.rename = (from, to) => {
    done.push(`rename ${at(from)} ${at(to)}`);
    return real.rename(from, to);
  };
  const unlink: typeof real.unlink = (path) => {
    done.push(`unlink ${at(path)}`);
    return real.unlink(path);
  };
  return { ...real, open, rename, unlink };
});

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'durable-'));
  done = [];
});
afterEach(() => rmSync(dir, { recursive: true }));

test('a file is synced before it gets its name, and its name after', async () => {
  await writeDurably(join(dir, 'file'), new Uint8Array(3));
  expect(done).toEqual(['sync file.tmp', 'rename file.tmp file', 'sync .']);
});

test('a file that goes, and a folder that is put in its place, are so for good', async () => {
  await writeDurably(join(dir, 'file'), new Uint8Array(3));
  done = [];
  await removeDurably(join(dir, 'file'));
  expect(done).toEqual(['unlink file', 'sync .']);
  await makeFolder(join(dir, 'built'));
  done = [];
  await placeFolder(join(dir, 'built'), join(dir, 'place'));
  expect(done).toEqual(['rename built place', 'sync .']);
});

test('of folders that are made, each one’s name lasts, and not the outermost’s alone', async () => {
  await openFolder(join(dir, 'counter', 'journal', 'own'));
  expect(done).toEqual(['sync .', 'sync counter', 'sync counter/journal']);
  done = [];
  await makeFolder(join(dir, 'counter', 'vault'));
  expect(done).toEqual(['sync counter']);
  done = [];
  await makeFolder(join(dir, 'counter', 'vault'));
  expect(done).toEqual([]);
});
