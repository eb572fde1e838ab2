/**
 * The check digit of a text of A–Z, 0–9 and `<`: values 0–9, A = 10 … Z = 35, `<` = 0, weights 7 3 1 over and over, sum mod 10.
 * Source: ICAO Doc 9303, 8th edition (2021), part 3, 4.9.
 */
export function mrzCheckDigit(text: string): string {
  const weights = [7, 3, 1];
  const sum = [...text].reduce((total, sign, i) => total + mrzValue(sign) * (weights[i % 3] ?? 0), 0);
  return String(sum % 10);
}

function mrzValue(sign: string): number {
  return sign === '<' ? 0 : Number.parseInt(sign, 36);
}
