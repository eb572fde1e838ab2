import { expect, test } from 'vitest';
import { waitingLines } from './waiting-lines.ts';

const quiet = {
  waiting: { recognitions: 0, cards: 0, handOver: 0, jobs: 0 },
  printer: { name: 'folder', state: 'ready' as const, waiting: 0 },
  numbersLeft: { card: 500, certificate: 500, matter: 500 },
};

test('nothing that waits for nobody is shown', () => {
  expect(waitingLines(quiet, 0)).toEqual([]);
});

test('a stopped printer comes before everything else, and few numbers come last', () => {
  const lines = waitingLines(
    {
      waiting: { recognitions: 3, cards: 2, handOver: 5, jobs: 1 },
      printer: { name: 'folder', state: 'stopped', waiting: 1 },
      numbersLeft: { card: 4, certificate: 500, matter: 500 },
    },
    1,
  );
  expect(lines.map((line) => line.what)).toEqual(['printer', 'jobs', 'recognitions', 'cards', 'handOver', 'drafts', 'numbers']);
  expect(lines.map((line) => line.count)).toEqual([1, 1, 3, 2, 5, 1, 1]);
});
