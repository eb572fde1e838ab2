import { join } from 'node:path';
import { expect, test } from 'vitest';
import { JournalKeyMissingError } from '../journal/journal-error.ts';
import { isMendedByBackup, stoppedBy } from './stopped-start.ts';

test('a segment whose key the vault doesn’t have stops the start as the vault’s damage, and a backup mends it', () => {
  const stopped = stoppedBy(new JournalKeyMissingError(2));
  expect(stopped).toEqual({ reason: 'vault-damaged', log: '' });
  expect(stopped && isMendedByBackup(stopped, join('data', 'counter'))).toBe(true);
  expect(stopped && isMendedByBackup(stopped, join('data', 'trial'))).toBe(false);
});
