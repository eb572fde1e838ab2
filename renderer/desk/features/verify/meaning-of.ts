import type { TFunction } from 'i18next';
import type { Verification } from '../../../../shared/contract/desk.ts';

/** Why the answer is what it is, in plain words. */
export function meaningOf(result: Verification, t: TFunction<'verify'>): string {
  return 'reason' in result ? t(`meaning.${result.reason}`) : t(`meaning.${result.result}`);
}
