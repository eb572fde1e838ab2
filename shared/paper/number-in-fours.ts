import { isOldNumber, shownNumber } from '../domain/old-number.ts';

/** A twelve-digit number in fours, `2026 1000 0012`, so that it can be read out and typed without a slip; an older ledger's as that has it, 旧卡 behind it. */
export function numberInFours(number: string): string {
  return isOldNumber(number) ? numberOnPaper(number) : number.replace(/(.{4})(?=.)/g, '$1 ');
}

/** A number in one piece; an older ledger's bears 旧卡, so that nobody looks for it among ours. */
export function numberOnPaper(number: string): string {
  return isOldNumber(number) ? `${shownNumber(number)}（旧卡）` : number;
}
