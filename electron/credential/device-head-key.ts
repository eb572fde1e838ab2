import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { HeadKey } from '../../shared/domain/counter/head-key.ts';
import type { KeyFiles } from './device-card-key.ts';

const file = 'keys/head';
const kidBytes = 8;

/** The device's key for signing heads of its journal: neither its card key, nor a key for requests. It never leaves the sealed files. */
export class DeviceHeadKey {
  readonly publicJwk: HeadKey;
  readonly #privateKey: KeyObject;

  private constructor(privateKey: KeyObject) {
    this.#privateKey = privateKey;
    const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
    if (x === undefined) throw new TypeError('not an Ed25519 key');
    const kid = createHash('sha256').update(Buffer.from(x, 'base64url')).digest().subarray(0, kidBytes).toString('base64url');
    this.publicJwk = { kty: 'OKP', crv: 'Ed25519', x, kid };
  }

  /** The key this device has, or a new one, durable before anything is signed by it: what an older key signed stays signed. */
  static async open(files: KeyFiles): Promise<DeviceHeadKey> {
    const der = await files.read(file);
    if (der) return new DeviceHeadKey(createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' }));
    const { privateKey } = generateKeyPairSync('ed25519');
    await files.write(file, privateKey.export({ format: 'der', type: 'pkcs8' }));
    return new DeviceHeadKey(privateKey);
  }

  /** An Ed25519 signature, base64url. */
  sign(statement: Uint8Array): string {
    return sign(null, statement, this.#privateKey).toString('base64url');
  }
}
