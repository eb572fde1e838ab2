import { refuse } from '../domain/refusal.ts';
import { encodeBase45 } from './base45.ts';
import { type CardClaims, encodeClaims } from './card-claims.ts';
import { coseAlgorithm, encodeSign1, protectedHeader, signedBytes } from './cose-sign1.ts';

/** The device's card key, wherever it lies. Signs with Ed25519. */
export interface CardSigner {
  kid: Uint8Array;
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

export interface CardToken {
  /** Base45: what the QR holds. */
  text: string;
  /** The same before base45: at most 200 for an ordinary name. */
  bytes: Uint8Array;
}

/** Alphanumeric capacity of QR version 15-M, the largest that a card has room for (ISO/IEC 18004:2015, table 7). */
export const maxTokenCharacters = 600;

/**
 * Makes a card's token: claims → CWT → COSE_Sign1 (tag 18, EdDSA) → zlib → base45. `deflate` writes a zlib stream (RFC 1950).
 * Refuses `qr-too-long` where the text goes beyond QR version 15-M. Source: MOSIP 169 QR code specification; RFC 8392, 9052, 9285.
 */
export async function encodeCardToken(
  claims: CardClaims,
  signer: CardSigner,
  deflate: (bytes: Uint8Array) => Uint8Array,
): Promise<CardToken> {
  const payload = encodeClaims(claims);
  const headers = protectedHeader(coseAlgorithm.edDsa, signer.kid);
  const signature = await signer.sign(signedBytes(headers, payload));
  const bytes = deflate(encodeSign1(headers, payload, signature));
  const text = encodeBase45(bytes);
  if (text.length > maxTokenCharacters) refuse('qr-too-long', {});
  return { text, bytes };
}
