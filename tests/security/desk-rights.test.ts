import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { deskContract } from '../../shared/contract/desk.ts';
import type { CallMeta } from '../../shared/contract/desk-call.ts';
import { mayDo, role } from '../../shared/domain/staff/staff.ts';
import { callsOf } from '../architecture/contract-calls.ts';
import { outcomeOf } from './desk-calling.ts';
import { deskSamples } from './desk-samples.ts';
import { openStubDesk } from './stub-desk.ts';

const calls = callsOf(deskContract).map(({ name, path, contract }) => ({
  name,
  path,
  right: (contract['~orpc'].meta as CallMeta).right,
  sample: deskSamples[name],
}));
const guarded = calls.filter(({ right }) => right !== 'anyone');
const desk = openStubDesk();
const doorAnswers = ['signed-out', 'session-locked', 'not-allowed', 'not-enrolled', 'bad-input'];

beforeEach(() => {
  Object.assign(desk.door, { role: 'clerk', locked: false, enrolled: true });
  desk.acts.length = 0;
  desk.bugs.length = 0;
});
afterAll(() => desk.close());

describe.each(role.options)('the %s', (who) => {
  test.each(calls)('$name: let in or refused by right, as the table says', async ({ path, right, sample }) => {
    desk.door.role = who;
    const outcome = await outcomeOf(desk, path, sample);
    if (mayDo(who, right)) expect(doorAnswers).not.toContain(outcome);
    else {
      expect(outcome).toBe('not-allowed');
      expect(desk.acts).toEqual([]);
    }
  });
});

describe.each([
  ['nobody is signed in', { role: undefined }, 'signed-out'],
  ['the counter is locked', { locked: true }, 'session-locked'],
  ['the computer is no counter yet', { role: undefined, enrolled: false }, 'not-enrolled'],
] as const)('while %s', (_, door, code) => {
  test.each(guarded)('$name is refused, whatever it is given', async ({ path, sample }) => {
    Object.assign(desk.door, door);
    expect(await outcomeOf(desk, path, sample)).toBe(code);
    expect(await outcomeOf(desk, path, { junk: true })).toBe(code);
    expect(desk.acts).toEqual([]);
  });
});
