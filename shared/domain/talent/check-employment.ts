import { checkUscc } from '../../standards/gb-32100.ts';
import type { PersonFacts } from './person.ts';
import { type RefusedField, refusedUnless } from './refused-field.ts';

/** The employer's code by GB 32100-2015, and the dates of the engagement. */
export function checkEmployment({ employment }: PersonFacts): RefusedField[] {
  const { uscc: code, startsOn, endsOn } = employment;
  const uscc = checkUscc(code);
  return [
    ...(uscc.ok ? [] : [{ path: 'employment.uscc', code: uscc.code }]),
    ...refusedUnless(!startsOn || !endsOn || endsOn >= startsOn, 'employment.endsOn', 'ends-before-start'),
  ];
}
