import { createHash, createPublicKey, verify } from 'node:crypto';
import { headStatement, logByte } from './chain.ts';
import type { LogName } from './journal-error.ts';

/** At what occasion a head was signed. */
export const anchorOccasions = ['day-end', 'backup', 'push'] as const;
export type AnchorOccasion = (typeof anchorOccasions)[number];

/** A head of a log as the device signed it. The public key stands beside it, so that anybody can check the signature. */
export interface SignedAnchor {
  readonly log: LogName;
  readonly seq: number;
  readonly chain: Uint8Array;
  readonly at: string;
  readonly by: string;
  readonly kid: string;
  /** The Ed25519 public key, base64url. */
  readonly key: string;
  readonly signature: string;
}

export type ReadAnchor = { kind: 'sound'; anchor: SignedAnchor } | { kind: 'bad' } | { kind: 'torn' };

/** A line ends so where a kill or a power cut had left it without its end. */
const tornEnding = ' #torn';

export function writeAnchorLine({ log, seq, chain, at, by, kid, key, signature }: SignedAnchor): string {
  return JSON.stringify({ v: 1, log, seq, chain: Buffer.from(chain).toString('hex'), at, by, kid, key, signature });
}

/** An anchor whose signature holds, under the key that stands in it. Whether that key is the device's own, an entry of the journal says. */
export function readAnchorLine(line: string): ReadAnchor {
  if (line.endsWith(tornEnding)) return { kind: 'torn' };
  const anchor = parsed(line);
  return anchor && signatureHolds(anchor) ? { kind: 'sound', anchor } : { kind: 'bad' };
}

/** A key's id: the first 8 bytes of its SHA-256, as of the card key. */
export function kidOf(key: string): string {
  return createHash('sha256').update(Buffer.from(key, 'base64url')).digest().subarray(0, 8).toString('base64url');
}

function parsed(line: string): SignedAnchor | undefined {
  let value: { readonly [name in keyof SignedAnchor | 'v']?: unknown };
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || value.v !== 1) return undefined;
  const { log, seq, chain, at, by, kid, key, signature } = value;
  const texts = [chain, at, by, kid, key, signature];
  if (!texts.every((text): text is string => typeof text === 'string' && text.length <= 200)) return undefined;
  if (typeof log !== 'string' || !Object.hasOwn(logByte, log)) return undefined;
  if (!(Number.isSafeInteger(seq) && (seq as number) >= 1)) return undefined;
  const [hex, ...rest] = texts as [string, string, string, string, string, string];
  if (!/^[0-9a-f]{64}$/.test(hex)) return undefined;
  const [atText, byText, kidText, keyText, signatureText] = rest;
  return {
    log: log as LogName,
    seq: seq as number,
    chain: new Uint8Array(Buffer.from(hex, 'hex')),
    at: atText,
    by: byText,
    kid: kidText,
    key: keyText,
    signature: signatureText,
  };
}

function signatureHolds(anchor: SignedAnchor): boolean {
  if (kidOf(anchor.key) !== anchor.kid) return false;
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: anchor.key }, format: 'jwk' });
    return verify(null, headStatement(anchor), key, Buffer.from(anchor.signature, 'base64url'));
  } catch {
    return false;
  }
}
