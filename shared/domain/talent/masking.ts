/**
 * An ID number as screens and papers show it: the first three and the last four places. Places of birth date are never among them.
 * Anything shorter than an ID number is hidden whole.
 */
export function maskIdNumber(number: string): string {
  if (number.length < 15) return '*'.repeat(number.length);
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
