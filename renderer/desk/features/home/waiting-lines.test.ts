import { expect, test } from 'vitest';
import { waitingLines } from './waiting-lines.ts';

const quiet = {
  waiting: { recognitions: 0, cards: 0, handOver: 0, jobs: 0 },
  printer: { name: 'folder', state: 'ready' as const, waiting: 0 },
  numbersLeft: { card: 500, certificate: 500, matter: 500 },
  notices: [],
};

test('nothing that waits for nobody is shown', () => {
  expect(waitingLines(quiet, { approvals: 0, handedToMe: 0, drafts: 0 })).toEqual([]);
});

test('a stopped printer comes before everything else, then what waits for me by name, and what was mended comes last', () => {
  const lines = waitingLines(
    {
      waiting: { recognitions: 3, cards: 2, handOver: 5, jobs: 1 },
      printer: { name: 'folder', state: 'stopped', waiting: 1 },
      numbersLeft: { card: 4, certificate: 500, matter: 500 },
      notices: ['torn-tail'],
    },
    { approvals: 2, handedToMe: 4, drafts: 1 },
  );
  expect(lines.map((line) => [line.what, line.count])).toEqual([
    ['printer', 1],
    ['jobs', 1],
    ['approvals', 2],
    ['handedToMe', 4],
    ['recognitions', 3],
    ['cards', 2],
    ['handOver', 5],
    ['drafts', 1],
    ['numbers', 1],
    ['notices', 1],
  ]);
});
