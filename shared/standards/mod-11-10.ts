/**
 * The check digit for a run of decimal digits. Finds every single wrong digit and every swap of neighbours but very few.
 * Throws a RangeError for anything but digits. Source: ISO/IEC 7064:2003, clause 9 (hybrid systems), MOD 11,10.
 */
export function mod1110CheckDigit(digits: string): string {
  if (!/^\d+$/.test(digits)) throw new RangeError('a MOD 11,10 check digit needs decimal digits');
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** Whether the last digit is the check digit of those before it. Source: ISO/IEC 7064:2003, MOD 11,10. */
export function verifyMod1110(number: string): boolean {
  return /^\d{2,}$/.test(number) && mod1110CheckDigit(number.slice(0, -1)) === number.at(-1);
}
