import type { TFunction } from 'i18next';
import type { Verification } from '../../../../shared/contract/card-calls.ts';

/** The answer in a word. A scan that lost a sign is not called a forgery. */
export function wordOf(result: Verification, t: TFunction<'verify'>): string {
  return t(`result.${'reason' in result && result.reason === 'damaged' ? 'damaged' : result.result}`);
}

/** Why the answer is what it is, in plain words. */
export function meaningOf(result: Verification, t: TFunction<'verify'>): string {
  return 'reason' in result ? t(`meaning.${result.reason}`) : t(`meaning.${result.result}`);
}
