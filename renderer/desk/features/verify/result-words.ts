import type { TFunction } from 'i18next';
import type { Verification } from '../../../../shared/contract/card-calls.ts';

/** The answer in a word. A scan that lost a sign is not called a forgery. */
export function wordOf(result: Verification, t: TFunction<'verify'>): string {
  if (result.result === 'withdrawn') return t(`withdrawn.${result.state}.word`);
  return t(`result.${'reason' in result && result.reason === 'damaged' ? 'damaged' : result.result}`);
}

/** Why the answer is what it is, in plain words. */
export function meaningOf(result: Verification, t: TFunction<'verify'>): string {
  if (result.result === 'withdrawn') return t(`withdrawn.${result.state}.meaning`);
  return 'reason' in result ? t(`meaning.${result.reason}`) : t(`meaning.${result.result}`);
}

/** What to do now. */
export function nextOf(result: Verification, t: TFunction<'verify'>): string {
  if (result.result === 'withdrawn') return t(`withdrawn.${result.state}.next`);
  return t(`next.${result.result === 'valid' ? 'good' : result.result}`);
}
