/**
 * An ID number as screens and papers show it: the first three and the last four places. Places of birth date are never among them.
 * Of a shorter one, a permit's or passport's, the first and the last three, so that two can be told apart; with fewer than eight, nothing.
 */
export function maskIdNumber(number: string): string {
  if (number.length < 8) return '*'.repeat(number.length);
  if (number.length < 15) return `${number.slice(0, 1)}${'*'.repeat(number.length - 4)}${number.slice(-3)}`;
  return `${number.slice(0, 3)}${'*'.repeat(number.length - 7)}${number.slice(-4)}`;
}

/**
 * A phone number as screens and papers show it: up to three leading places (with a country code, the `+` and three digits) and the
 * last four, with at least four hidden between.
 */
export function maskPhone(phone: string): string {
  if (phone.length < 9) return '*'.repeat(phone.length);
  const shown = Math.min(phone.startsWith('+') ? 4 : 3, phone.length - 8);
  return `${phone.slice(0, shown)}${'*'.repeat(phone.length - shown - 4)}${phone.slice(-4)}`;
}

/** The last four digits of a phone number, as the search's hits show it. */
export function phoneTail(phone: string): string {
  return phone.length < 9 ? '' : phone.slice(-4);
}
