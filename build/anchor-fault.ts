/** Something of the signed heads doesn't hold; the message says what, in a line. */
export class AnchorFault extends Error {
  override readonly name = 'AnchorFault';
}
