import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderSizes } from './folder-sizes.ts';

test('a file that somebody put there is counted and not named; the program’s own parts are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sizes-'));
  try {
    mkdirSync(join(folder, 'journal', 'own'), { recursive: true });
    writeFileSync(join(folder, 'journal', 'own', 'a.tcj'), 'four');
    for (const name of ['欧阳春晓.pdf', '150102199008170016']) writeFileSync(join(folder, name), 'xx');
    const sizes = await folderSizes(folder);
    expect(sizes.map(({ name, files, bytes }) => [name, files, bytes]).sort()).toEqual([
      ['journal', 1, 4],
      ['other', 2, 4],
    ]);
    expect(await folderSizes(join(folder, 'nowhere'))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
