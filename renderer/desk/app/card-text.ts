import { decodeBase45 } from '../../../shared/credential/base45.ts';

const shortestToken = 60;
const zlibHeader = 0x78;

/** Whether a scanned text is a card's QR: base45 of a zlib stream (RFC 1950), far longer than anything that is looked up by hand. */
export function looksLikeCardText(text: string): boolean {
  return text.length >= shortestToken && decodeBase45(text)?.[0] === zlibHeader;
}
