import { expect, test } from 'vitest';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import type { PaperSubject } from '../../../../shared/domain/paper/printed-paper.ts';
import { findEarlierPrint } from './earlier-print.ts';

const certificate = { kind: 'recognition-certificate', matterId: 'm1' } as PaperSubject;
const paper = (subject: unknown, printedOn: string) => ({ subject, printedOn, spent: false }) as PersonView['papers'][number];

test('another matter, another kind and the other side of the card are not the same paper', () => {
  const papers = [
    paper({ kind: 'recognition-certificate', matterId: 'm2' }, '2026-05-01'),
    paper({ kind: 'receipt-received', matterId: 'm1' }, '2026-05-01'),
    paper({ kind: 'card-front', cardNumber: '1' }, '2026-05-01'),
  ];
  expect(findEarlierPrint(papers, certificate)).toBeUndefined();
  expect(findEarlierPrint(papers, { kind: 'card-back', cardNumber: '1' } as PaperSubject)).toBeUndefined();
  expect(findEarlierPrint(papers, { kind: 'card-front', cardNumber: '1' } as PaperSubject)).toBeDefined();
});

test('of several prints the latest is named', () => {
  const papers = [
    paper({ ...certificate }, '2026-05-03'),
    paper({ ...certificate }, '2026-05-09'),
    paper({ ...certificate }, '2026-05-01'),
  ];
  expect(findEarlierPrint(papers, certificate)?.printedOn).toBe('2026-05-09');
});

test('a print that was spoilt with its card is no earlier print of the next one', () => {
  const front = { kind: 'card-front', cardNumber: '1' } as PaperSubject;
  const spoilt = { ...paper(front, '2026-05-01'), spent: true };
  expect(findEarlierPrint([spoilt], front)).toBeUndefined();
  expect(findEarlierPrint([spoilt, paper(front, '2026-05-02')], front)?.printedOn).toBe('2026-05-02');
});
