import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  randomBytes,
  scrypt,
} from 'node:crypto';

/** Cipher suites by id, written into every file. An id is never used twice; 2 is kept for SM2, SM3 and SM4. */
export const currentSuite = 1;
/** What suite 1 is made of: only what both Node's OpenSSL and Electron's BoringSSL have. */
export const suiteAlgorithms = ['aes-256-gcm', 'hkdf-sha256', 'hmac-sha256', 'sha256', 'scrypt', 'ed25519', 'x25519'] as const;

export const keyBytes = 32;
export const nonceBytes = 12;
const tagBytes = 16;

/** nonce (12, random) ‖ ciphertext ‖ tag (16), AES-256-GCM. */
export function seal(key: Uint8Array, plain: Uint8Array, additional: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(additional);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** What `seal` sealed; undefined for anything else: other bytes, other key, other additional data. */
export function unseal(key: Uint8Array, sealed: Uint8Array, additional: Uint8Array): Buffer | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(additional);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
  try {
    decipher.final();
  } catch {
    plain.fill(0);
    return undefined;
  }
  return plain;
}

/** 32 bytes by HKDF-SHA-256. */
export function derive(key: Uint8Array, info: string, salt?: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, salt ?? new Uint8Array(0), info, keyBytes));
}

export function mac(key: Uint8Array, bytes: Uint8Array | string): Buffer {
  return createHmac('sha256', key).update(bytes).digest();
}

export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** 32 bytes by scrypt (RFC 7914), off the main thread. At N = 2^17 and r = 8 it takes 128 MiB. */
export function stretch(text: string, salt: Uint8Array, { N, r, p }: ScryptCost): Promise<Uint8Array> {
  const maxmem = 128 * N * r + 128 * r * p + 1024 * 1024;
  return new Promise((resolve, reject) => {
    scrypt(text, salt, keyBytes, { N, r, p, maxmem }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** PKCS #8 (RFC 8410 §7) of an X25519 private key, up to its 32 raw bytes. */
const pkcs8Start = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** An X25519 pair as its raw 32-byte halves; made at random, or of the private half. Any 32 bytes are one. */
export function boxKeys(privateKey: Uint8Array = randomBytes(keyBytes)): BoxKeys {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Start, privateKey]), format: 'der', type: 'pkcs8' });
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  if (x === undefined) throw new TypeError('not an X25519 key');
  return { publicKey: new Uint8Array(Buffer.from(x, 'base64url')), privateKey: new Uint8Array(privateKey) };
}

/**
 * Seals for the holder of an X25519 private key: ephemeral public key (32) ‖ sealed part. The key is HKDF over the shared secret, with
 * both public keys in the salt, so that a box says for whom it is. `label` and `additional` say what for.
 */
export function sealBox(publicKey: Uint8Array, plain: Uint8Array, { label, additional }: BoxPurpose): Buffer {
  const ephemeral = boxKeys();
  const salt = Buffer.concat([ephemeral.publicKey, publicKey]);
  const key = boxKey(ephemeral, publicKey, { label, salt });
  const sealed = seal(key, plain, additional);
  key.fill(0);
  ephemeral.privateKey.fill(0);
  return Buffer.concat([ephemeral.publicKey, sealed]);
}

export interface BoxPurpose {
  readonly label: string;
  readonly additional: Uint8Array;
}

export interface BoxKeys {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** What `sealBox` sealed; undefined for anything else. */
export function openBox(keys: BoxKeys, box: Uint8Array, { label, additional }: BoxPurpose): Buffer | undefined {
  if (box.length < keyBytes) return undefined;
  const ephemeral = box.subarray(0, keyBytes);
  let key: Uint8Array;
  try {
    key = boxKey(keys, ephemeral, { label, salt: Buffer.concat([ephemeral, keys.publicKey]) });
  } catch {
    // A point of small order: no sender makes one.
    return undefined;
  }
  const plain = unseal(key, box.subarray(keyBytes), additional);
  key.fill(0);
  return plain;
}

function boxKey(own: BoxKeys, other: Uint8Array, { label, salt }: { label: string; salt: Uint8Array }): Uint8Array {
  const [x, d] = [base64url(own.publicKey), base64url(own.privateKey)];
  const shared = diffieHellman({
    privateKey: createPrivateKey({ key: { kty: 'OKP', crv: 'X25519', x, d }, format: 'jwk' }),
    publicKey: createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: base64url(other) }, format: 'jwk' }),
  });
  const key = derive(shared, label, salt);
  shared.fill(0);
  return key;
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64url');
}
