import { decode, encode, rfc8949EncodeOptions, Tagged } from 'cborg';

/** COSE algorithms that the counter knows: EdDSA (Ed25519) and ES256. Source: IANA COSE Algorithms; RFC 9053, section 2. */
export const coseAlgorithm = { edDsa: -8, es256: -7 } as const;
export type CoseAlgorithm = (typeof coseAlgorithm)[keyof typeof coseAlgorithm];

const header = { alg: 1, crit: 2, kid: 4 } as const;
const sign1Tag = 18;
const cwtTag = 61;

/** A signed message as it was read: headers, and the exact bytes that the signature covers. */
export interface Sign1 {
  /** As the protected header has it; undefined where it is missing or not a number. */
  alg: number | undefined;
  kid: Uint8Array | undefined;
  /** Whether the message demands something of its reader that this one doesn't know (header 2, crit). */
  critical: boolean;
  payload: Uint8Array;
  signature: Uint8Array;
  signedBytes: Uint8Array;
}

/** Deterministic CBOR of a value. Source: RFC 8949, section 4.2.1. */
export function encodeCbor(value: unknown): Uint8Array {
  return encode(value, rfc8949EncodeOptions);
}

/** A CBOR value; maps as Map. Throws for anything but exactly one well-formed item, and for a key that comes twice in a map. */
export function decodeCbor(bytes: Uint8Array): unknown {
  const tags = Tagged.preserve(sign1Tag, cwtTag, 0, 1, 2, 3, 32, 37, 100, 1004);
  return decode(bytes, { useMaps: true, rejectDuplicateMapKeys: true, tags });
}

/** Protected header with algorithm and key id: both are under the signature. */
export function protectedHeader(alg: CoseAlgorithm, kid: Uint8Array): Uint8Array {
  return encodeCbor(
    new Map<number, unknown>([
      [header.alg, alg],
      [header.kid, kid],
    ]),
  );
}

/** What is signed: the Sig_structure of a COSE_Sign1 without external data. Source: RFC 9052, section 4.4. */
export function signedBytes(protectedBytes: Uint8Array, payload: Uint8Array): Uint8Array {
  return encodeCbor(['Signature1', protectedBytes, new Uint8Array(0), payload]);
}

/** A COSE_Sign1 with its tag 18. Source: RFC 9052, section 4.2. */
export function encodeSign1(protectedBytes: Uint8Array, payload: Uint8Array, signature: Uint8Array): Uint8Array {
  return encodeCbor(new Tagged(sign1Tag, [protectedBytes, new Map(), payload, signature]));
}

/** Reads a COSE_Sign1, tagged 18, 61(18) or not at all; undefined for any other value. Throws for broken CBOR. */
export function readSign1(bytes: Uint8Array): Sign1 | undefined {
  const message = untagged(decodeCbor(bytes));
  if (!Array.isArray(message) || message.length !== 4) return undefined;
  const [protectedBytes, unprotected, payload, signature] = message as unknown[];
  if (!(protectedBytes instanceof Uint8Array && payload instanceof Uint8Array && signature instanceof Uint8Array))
    return undefined;
  const signed = protectedBytes.length === 0 ? new Map() : decodeCbor(protectedBytes);
  if (!(signed instanceof Map && unprotected instanceof Map)) return undefined;
  const alg: unknown = signed.get(header.alg);
  const kid: unknown = signed.get(header.kid) ?? unprotected.get(header.kid);
  return {
    alg: typeof alg === 'number' ? alg : undefined,
    kid: kid instanceof Uint8Array ? kid : undefined,
    critical: signed.has(header.crit),
    payload,
    signature,
    signedBytes: signedBytes(protectedBytes, payload),
  };
}

function untagged(value: unknown): unknown {
  const inner = value instanceof Tagged && value.tag === cwtTag ? value.value : value;
  return inner instanceof Tagged && inner.tag === sign1Tag ? inner.value : inner;
}
