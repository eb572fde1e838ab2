import { expect, test } from 'vitest';
import type { MatterId } from '../../../../shared/domain/ids.ts';
import { toPlainDate } from '../../../../shared/domain/plain-date.ts';
import { type Matter, stageOf } from './stage.ts';

const today = toPlainDate('2026-05-06');
const open = { id: 'm3', status: 'received' } as Matter;
const held = { id: 'm2', status: 'granted', grant: { validTo: '2029-05-02' } } as Matter;
const ranOut = { id: 'm1', status: 'granted', grant: { validTo: '2026-05-05' } } as Matter;

test('what waits for a decision is decided first', () => {
  expect(stageOf([ranOut, open], today, undefined)).toEqual({ is: 'decide', matter: open });
});

test('whoever holds a recognition is not asked to apply again', () => {
  expect(stageOf([ranOut, held], today, undefined)).toEqual({ is: 'granted', matter: held });
});

test('after the last day of a recognition a new one is chosen, unless the page has just entered the old approval', () => {
  expect(stageOf([ranOut], today, undefined)).toEqual({ is: 'choose' });
  expect(stageOf([ranOut], today, 'm1' as MatterId)).toEqual({ is: 'granted', matter: ranOut });
});
