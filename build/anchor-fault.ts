/** Something of the signed heads doesn't hold, or of what entries say was taken out; the message says what, in a line. */
export class AnchorFault extends Error {
  override readonly name = 'AnchorFault';
}
