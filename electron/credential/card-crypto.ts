import { createPublicKey, type JsonWebKey, type KeyObject, sign, verify } from 'node:crypto';
import { constants, deflateSync, inflateSync } from 'node:zlib';
import type { CardSigner } from '../../shared/credential/card-token.ts';
import { type CoseAlgorithm, coseAlgorithm } from '../../shared/credential/cose-sign1.ts';
import type { InflateResult, SignedPart, VerifyContext } from '../../shared/credential/verify-card-token.ts';

/** A signer for card tokens with an Ed25519 private key that lies in this process. Throws a TypeError for any other key. */
export function cardSigner(privateKey: KeyObject, kid: Uint8Array): CardSigner {
  if (privateKey.type !== 'private' || privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('card keys are Ed25519');
  return { kid, sign: (bytes) => sign(null, bytes, privateKey) };
}

/** A trusted public key from its JWK (OKP Ed25519, EC P-256); throws for any other. */
export function cardPublicKey(jwk: JsonWebKey): KeyObject {
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  if (!fits(coseAlgorithm.edDsa, key) && !fits(coseAlgorithm.es256, key)) throw new TypeError('card keys are Ed25519 or P-256');
  return key;
}

/** Whether a signature holds; false also for a key of another kind than the algorithm's. */
export function verifySignature(key: KeyObject, { alg, bytes, signature }: SignedPart): boolean {
  if (!fits(alg, key)) return false;
  if (alg === coseAlgorithm.edDsa) return signature.length === 64 && verify(null, bytes, key, signature);
  return signature.length === 64 && verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature);
}

/** A zlib stream (RFC 1950) at its smallest. */
export function deflateToken(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: constants.Z_BEST_COMPRESSION });
}

/** Reads exactly one zlib stream of at most `maxBytes`; Node by itself passes over whatever follows a stream's end. */
export function inflateToken(bytes: Uint8Array, maxBytes: number): InflateResult {
  try {
    // @types/node leaves out what `info` does to the result (documented under zlib's class Options).
    const read = inflateSync(bytes, { maxOutputLength: maxBytes, info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return read.engine.bytesWritten === bytes.length ? { ok: true, bytes: read.buffer } : { ok: false, reason: 'damaged' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return { ok: false, reason: code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged' };
  }
}

/** Node's side of `verifyCardToken`. */
export const nodeVerification: Pick<VerifyContext<KeyObject>, 'verify' | 'inflate'> = {
  verify: verifySignature,
  inflate: inflateToken,
};

function fits(alg: CoseAlgorithm, key: KeyObject): boolean {
  if (key.type !== 'public') return false;
  if (alg === coseAlgorithm.edDsa) return key.asymmetricKeyType === 'ed25519';
  return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
}
