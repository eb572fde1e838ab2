import { decodeBase45 } from './base45.ts';
import { encodeBase64url } from './base64url.ts';
import { type ReadClaims, readClaims } from './card-claims.ts';
import { type CoseAlgorithm, coseAlgorithm, readSign1, type Sign1 } from './cose-sign1.ts';

export type InflateResult = { ok: true; bytes: Uint8Array } | { ok: false; reason: 'damaged' | 'too-large' };

export interface SignedPart {
  alg: CoseAlgorithm;
  bytes: Uint8Array;
  signature: Uint8Array;
}

export interface VerifyContext<Key> {
  /** Public keys by key id, base64url of its bytes. */
  trustedKeys: ReadonlyMap<string, Key>;
  /** False also where the key is of another kind than the algorithm's. */
  verify(key: Key, signed: SignedPart): boolean | Promise<boolean>;
  /** Reads a whole zlib stream (RFC 1950) of at most `maxBytes`; bytes after its end are damage. */
  inflate(bytes: Uint8Array, maxBytes: number): InflateResult | Promise<InflateResult>;
  nowS: number;
  /** How far this counter's clock may be off. */
  skewS: number;
}

export type CardReading =
  | { result: 'valid' | 'expired' | 'not-yet-valid'; claims: ReadClaims; kid: string }
  | { result: 'not-ours'; reason: 'unknown-key' | 'not-a-card' | 'unknown-algorithm' }
  | { result: 'tampered'; reason: 'signature' | 'damaged' | 'too-large' };

const maxInflatedBytes = 65_536;
/** What the largest QR (40-L) holds in alphanumeric mode (ISO/IEC 18004:2015, table 7). */
const maxTextCharacters = 4_296;

const notACard = { result: 'not-ours', reason: 'not-a-card' } as const;
const damaged = { result: 'tampered', reason: 'damaged' } as const;

/**
 * Says what a scanned text is worth. Never throws. What was not signed by a trusted key says nothing about anybody: claims come only
 * with a signature that holds. `expired` from `exp + skewS` on; `not-yet-valid` until `nbf − skewS` (RFC 8392, section 3.1).
 */
export async function verifyCardToken<Key>(text: string, context: VerifyContext<Key>): Promise<CardReading> {
  const trimmed = text.trim();
  if (trimmed.length > maxTextCharacters) return { result: 'tampered', reason: 'too-large' };
  const bytes = decodeBase45(trimmed);
  if (!startsLikeZlib(trimmed)) return notACard;
  if (!bytes) return damaged;
  const inflated = await context.inflate(bytes, maxInflatedBytes);
  if (!inflated.ok) return { result: 'tampered', reason: inflated.reason };
  const message = attempt(() => readSign1(inflated.bytes));
  if (message === 'broken') return damaged;
  return message ? verifyMessage(message, context) : notACard;
}

async function verifyMessage<Key>(message: Sign1, context: VerifyContext<Key>): Promise<CardReading> {
  const alg = Object.values(coseAlgorithm).find((known) => known === message.alg);
  if (alg === undefined || message.critical) return { result: 'not-ours', reason: 'unknown-algorithm' };
  const kid = encodeBase64url(message.kid ?? new Uint8Array(0));
  const key = context.trustedKeys.get(kid);
  if (key === undefined) return { result: 'not-ours', reason: 'unknown-key' };
  const holds = await context.verify(key, { alg, bytes: message.signedBytes, signature: message.signature });
  if (!holds) return { result: 'tampered', reason: 'signature' };
  const claims = attempt(() => readClaims(message.payload));
  if (claims === 'broken') return damaged;
  return claims ? { result: validity(claims, context), claims, kid } : notACard;
}

function validity(claims: ReadClaims, { nowS, skewS }: { nowS: number; skewS: number }): 'valid' | 'expired' | 'not-yet-valid' {
  if (nowS >= claims.expiresAtS + skewS) return 'expired';
  if (claims.notBeforeS !== undefined && nowS < claims.notBeforeS - skewS) return 'not-yet-valid';
  return 'valid';
}

/** Whether the first group holds a zlib header (RFC 1950, section 2.2): what tells a damaged card from a text that never was one. */
function startsLikeZlib(text: string): boolean {
  const [method, flags] = decodeBase45(text.slice(0, 3)) ?? [];
  return method !== undefined && flags !== undefined && (method & 15) === 8 && (method * 256 + flags) % 31 === 0;
}

/** CBOR of a stranger's making may be broken in any way, and deep enough to exhaust the stack: all of it is damage. */
function attempt<T>(read: () => T): T | 'broken' {
  try {
    return read();
  } catch {
    return 'broken';
  }
}
