import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskFiles, type JournalFiles } from '../../electron/journal/journal-files.ts';
import { openJournal } from '../../electron/journal/open-journal.ts';
import { codeThrown, journalOptions, readTexts, systemError, tempFolder, testKeys, textBytes } from './journal-kit.ts';

let dir: string;
let remove: () => void;
beforeEach(() => {
  ({ dir, remove } = tempFolder());
});
afterEach(() => remove());

/** The real disk; so often a whole file is written anew and lies there, and the folder's sync fails. */
function unsynced(times: number): JournalFiles & { folderSyncs: number } {
  let left = times;
  return {
    ...diskFiles,
    folderSyncs: 0,
    async syncFolder(path) {
      this.folderSyncs += 1;
      return diskFiles.syncFolder(path);
    },
    async replace(path, bytes) {
      await diskFiles.replace(path, bytes);
      if (left-- > 0) throw systemError('EIO');
    },
  };
}

async function twoEpochs(files: JournalFiles) {
  const journal = await openJournal(journalOptions(dir), { files });
  await journal.append(textBytes('one'));
  await journal.append(textBytes('two'));
  journal.adoptEpoch(2);
  await journal.append(textBytes('three'));
  return journal;
}

test('a segment that lies there anew, and not surely for good, is read on, and not done before its folder is synced', async () => {
  const files = unsynced(1);
  const journal = await twoEpochs(files);
  const [older = ''] = journal.underOtherEpochs();
  expect(await codeThrown(() => journal.reseal(older))).toBe('journal-write-failed');
  expect(await readTexts(journal)).toEqual(['one', 'two', 'three']);
  // Else the key that the bytes before lie under would go, and a power cut could bring them back.
  expect(journal.underOtherEpochs()).toEqual([older]);
  const before = files.folderSyncs;
  await journal.reseal(older);
  expect(files.folderSyncs).toBe(before + 1);
  expect(journal.underOtherEpochs()).toEqual([]);
  await journal.redact([1]);
  expect(await readTexts(journal)).toEqual([undefined, 'two', 'three']);
  await journal.close();
  const again = await openJournal(journalOptions(dir, { epoch: 2, keyOf: (epoch) => (epoch === 2 ? testKeys[2] : undefined) }));
  expect(await readTexts(again)).toEqual([undefined, 'two', 'three']);
  await again.close();
});

test('one that could not be written stays as it was, under the older key', async () => {
  const files: JournalFiles = {
    ...diskFiles,
    replace: async () => {
      throw systemError('ENOSPC');
    },
  };
  const journal = await twoEpochs(files);
  const [older = ''] = journal.underOtherEpochs();
  expect(await codeThrown(() => journal.reseal(older))).toBe('disk-full');
  expect(await readTexts(journal)).toEqual(['one', 'two', 'three']);
  expect(journal.underOtherEpochs()).toEqual([older]);
  await journal.close();
  expect(readdirSync(join(dir, 'own')).filter((name) => name.endsWith('.tcj'))).toHaveLength(2);
});
