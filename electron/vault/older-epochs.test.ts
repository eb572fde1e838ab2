import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listOtherEpochs } from './older-epochs.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'older-epochs-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('a file that can’t be looked at is never taken for one that needs no older key', async () => {
  writeFileSync(join(dir, 'a.sealed'), Buffer.from('TCSF\x01\x01\0\0\0\x01'));
  writeFileSync(join(dir, 'b.sealed'), Buffer.from('TCSF\x01\x01\0\0\0\x02'));
  expect(await listOtherEpochs(dir, 2)).toEqual(['a.sealed']);
  // As a lock of a virus scanner, or too many open files: it is there, and doesn't open.
  symlinkSync('c.sealed', join(dir, 'c.sealed'));
  await expect(listOtherEpochs(dir, 2)).rejects.toMatchObject({ code: 'ELOOP' });
});
