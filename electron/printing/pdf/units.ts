/** PDF's point is 1/72 inch. */
export const pointsPerMm = 72 / 25.4;
/** A dot of the printers that cards and QR codes are made for: 300 dpi. */
export const pointsPerDot = 72 / 300;

/** A number as a content stream has it: at most four decimals (a hundredth of a dot), no exponent. */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * 10_000) / 10_000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

export function hex4(value: number): string {
  return value.toString(16).padStart(4, '0');
}

/** UTF-16BE, as PDF writes text in hexadecimal. */
export function utf16Hex(text: string): string {
  let hex = '';
  for (let at = 0; at < text.length; at++) hex += hex4(text.charCodeAt(at));
  return hex;
}
