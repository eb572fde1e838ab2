import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { CardClaims } from '../../shared/credential/card-claims.ts';
import { encodeCardToken } from '../../shared/credential/card-token.ts';
import { type CardReading, verifyCardToken } from '../../shared/credential/verify-card-token.ts';
import type { Counter } from '../../shared/domain/counter/counter.ts';
import { addDays, chinaMidnightSeconds, type PlainDate } from '../../shared/domain/plain-date.ts';
import { cardPublicKey, cardSigner, deflateToken, nodeVerification } from './card-crypto.ts';

/** Sealed files, as the vault keeps them. */
export interface KeyFiles {
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
}

/** A card or a certificate, as far as its token tells of it. */
export interface SignedPaper {
  readonly number: string;
  readonly name: string;
  readonly issuedOn: PlainDate;
  readonly validTo: PlainDate;
}

export interface TokenPrint {
  /** The tier's name as it stands on the paper. */
  readonly tierName: string;
  readonly trial: boolean;
  readonly issuer: string;
}

const file = 'keys/card';
const kidBytes = 8;
const ctiBytes = 8;
/** How far clocks of a card's issuer and its reader may lie apart. */
const skewS = 300;

/** The device's card key: signs the cards and certificates issued here. It never leaves the vault's sealed files. */
export class DeviceCardKey {
  readonly publicJwk: Counter['cardKey'];
  readonly #privateKey: KeyObject;

  private constructor(privateKey: KeyObject) {
    this.#privateKey = privateKey;
    const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
    if (x === undefined) throw new TypeError('not an Ed25519 key');
    const kid = createHash('sha256').update(Buffer.from(x, 'base64url')).digest().subarray(0, kidBytes).toString('base64url');
    this.publicJwk = { kty: 'OKP', crv: 'Ed25519', x, kid };
  }

  /** The key this device has; undefined where it has none. */
  static async find(files: KeyFiles): Promise<DeviceCardKey | undefined> {
    const der = await files.read(file);
    return der && new DeviceCardKey(createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' }));
  }

  /** Makes the device's key, once; it is durable before anything names it. */
  static async create(files: KeyFiles): Promise<DeviceCardKey> {
    const known = await DeviceCardKey.find(files);
    if (known) return known;
    const { privateKey } = generateKeyPairSync('ed25519');
    await files.write(file, privateKey.export({ format: 'der', type: 'pkcs8' }));
    return new DeviceCardKey(privateKey);
  }

  /** Refuses `qr-too-long`. */
  async sign(paper: SignedPaper, { tierName, trial, issuer }: TokenPrint): Promise<{ kid: string; token: string }> {
    const { kid } = this.publicJwk;
    const issuedAtS = chinaMidnightSeconds(paper.issuedOn);
    const claims: CardClaims = {
      issuer,
      cardNumber: paper.number,
      name: paper.name,
      tier: tierName,
      ...(trial && { trial }),
      issuedAtS,
      notBeforeS: issuedAtS,
      // The last day of validity counts whole.
      expiresAtS: chinaMidnightSeconds(addDays(paper.validTo, 1)),
      cti: createHash('sha256').update(`${kid}/${paper.number}`).digest().subarray(0, ctiBytes),
    };
    const { text } = await encodeCardToken(claims, cardSigner(this.#privateKey, Buffer.from(kid, 'base64url')), deflateToken);
    return { kid, token: text };
  }
}

/** Reads card texts with the keys that this counter trusts. */
export function cardReader(keys: readonly Counter['cardKey'][]): (text: string, nowMs: number) => Promise<CardReading> {
  const trustedKeys = new Map(keys.map(({ kid, ...jwk }) => [kid, cardPublicKey(jwk)]));
  return (text, nowMs) => verifyCardToken(text, { trustedKeys, ...nodeVerification, nowS: Math.floor(nowMs / 1000), skewS });
}
