/** A twelve-digit number in fours, `2026 1000 0012`, so that it can be read out and typed without a slip. */
export function numberInFours(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ');
}
