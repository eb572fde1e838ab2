import { expect, test } from 'vitest';
import type { StaffId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { enrolMember } from './new-member.ts';

const id = '019a0000-0000-7000-8000-000000000009' as StaffId;
const typed = { id, number: '1003', name: '白雪', role: 'clerk' as const };

function fieldsOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.details;
    throw error;
  }
  return undefined;
}

test('a number typed in full width or small letters is the number all the same, and so is taken', () => {
  expect(enrolMember({ ...typed, number: ' ａ１００３ ', name: ' 白雪 ' }, [])).toEqual({ ...typed, number: 'A1003' });
  expect(fieldsOf(() => enrolMember({ ...typed, number: 'ａ１003' }, [{ number: 'A1003' }]))).toEqual({
    fields: [{ path: 'number', code: 'staff-number-taken' }],
  });
});

test('what is no number or name is told for both at once', () => {
  expect(fieldsOf(() => enrolMember({ ...typed, number: '工号', name: ' ' }, []))).toEqual({
    fields: [
      { path: 'number', code: 'not-a-staff-number' },
      { path: 'name', code: 'required' },
    ],
  });
});
