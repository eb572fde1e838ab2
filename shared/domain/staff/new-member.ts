import { foldFullWidth } from '../../standards/tidied.ts';
import { refuse } from '../refusal.ts';
import type { Role, Staff } from './staff.ts';

export type MemberCode = 'required' | 'not-a-staff-number' | 'name-too-long' | 'staff-number-taken';

/** A staff number as it was typed, in capitals and half-width. */
export function tidyStaffNumber(typed: string): string {
  return foldFullWidth(typed).trim().toUpperCase();
}

/** Checks a tidied staff number: 3 to 12 digits or capital letters. Undefined where it will do. */
export function checkStaffNumber(number: string): MemberCode | undefined {
  if (number === '') return 'required';
  return /^[0-9A-Z]{3,12}$/.test(number) ? undefined : 'not-a-staff-number';
}

/** Checks a trimmed name of a member of staff. Undefined where it will do. */
export function checkStaffName(name: string): MemberCode | undefined {
  if (name === '') return 'required';
  return name.length > 50 ? 'name-too-long' : undefined;
}

export interface TypedMember {
  readonly id: Staff['id'];
  readonly number: string;
  readonly name: string;
  readonly role: Role;
}

/**
 * Somebody new on the staff. Refuses `field-refused`: a number or name that is none, or `staff-number-taken`, also by somebody who left:
 * entries and papers name people by it.
 */
export function enrolMember({ id, role, ...typed }: TypedMember, known: readonly Pick<Staff, 'number'>[]): Staff {
  const [number, name] = [tidyStaffNumber(typed.number), typed.name.trim()];
  const taken = known.some((other) => other.number === number);
  const codes = { number: checkStaffNumber(number) ?? (taken ? 'staff-number-taken' : undefined), name: checkStaffName(name) };
  const fields = (['number', 'name'] as const).flatMap((path) => {
    const code = codes[path];
    return code === undefined ? [] : [{ path, code }];
  });
  if (fields.length > 0) refuse('field-refused', { fields });
  return { id, number, name, role };
}
