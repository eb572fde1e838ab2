import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeBase45 } from '../../shared/credential/base45.ts';
import { encodeBase64url } from '../../shared/credential/base64url.ts';
import type { CardClaims } from '../../shared/credential/card-claims.ts';
import { encodeCardToken, maxTokenCharacters } from '../../shared/credential/card-token.ts';
import { encodeCbor, encodeSign1, protectedHeader, readSign1, signedBytes } from '../../shared/credential/cose-sign1.ts';
import { verifyCardToken } from '../../shared/credential/verify-card-token.ts';
import { cardPublicKey, cardSigner, deflateToken, inflateToken, nodeVerification, verifySignature } from './card-crypto.ts';

const golden = JSON.parse(
  readFileSync(new URL('../../tests/fixtures/credential/golden-card-token.json', import.meta.url), 'utf8'),
);
const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

const jwk = { kty: 'OKP', crv: 'Ed25519', x: b64(hex(golden.publicKeyHex)) };
const publicKey = cardPublicKey(jwk);
const kid = hex(golden.kidHex);
const signer = cardSigner(createPrivateKey({ key: { ...jwk, d: b64(hex(golden.seedHex)) }, format: 'jwk' }), kid);
const { ctiHex, ...plainClaims } = golden.claims;
const claims: CardClaims = { ...plainClaims, cti: hex(ctiHex) };
const nowS = claims.notBeforeS + 1_000_000;

const verifyText = (text: string, more: { nowS?: number; trustedKeys?: Map<string, KeyObject> } = {}) =>
  verifyCardToken(text, { trustedKeys: new Map([[b64(kid), publicKey]]), ...nodeVerification, nowS, skewS: 300, ...more });
const wrap = (message: Uint8Array) => encodeBase45(deflateSync(message));
const signed = async (payload: Uint8Array, headers = protectedHeader(-8, kid)) =>
  encodeSign1(headers, payload, await signer.sign(signedBytes(headers, payload)));

/** A CBOR reader of our tests' own, straight from RFC 8949's table of major types: it shares nothing with the code it checks. */
function readByHand(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const item = (): unknown => {
    const first = view.getUint8(at++);
    const [major, info] = [first >> 5, first & 31];
    let n = info;
    if (info === 24) n = view.getUint8(at++);
    if (info === 25) [n, at] = [view.getUint16(at), at + 2];
    if (info === 26) [n, at] = [view.getUint32(at), at + 4];
    if (info > 26) throw new Error('longer than a card needs');
    if (major === 0) return n;
    if (major === 1) return -1 - n;
    if (major === 2 || major === 3) {
      const part = bytes.slice(at, at + n);
      at += n;
      return major === 2 ? Buffer.from(part).toString('hex') : Buffer.from(part).toString('utf8');
    }
    if (major === 4) return Array.from({ length: n }, item);
    if (major === 5) return Array.from({ length: n }, () => [item(), item()]);
    if (major === 6) return { tag: n, value: item() };
    return n === 21;
  };
  const value = item();
  if (at !== bytes.length) throw new Error('bytes left over');
  return value;
}

function base45ByHand(text: string): Uint8Array {
  const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
  const groups = text.match(/.{1,3}/g) ?? [];
  return Uint8Array.from(
    groups.flatMap((group) => {
      const value = [...group].reduceRight((total, sign) => total * 45 + signs.indexOf(sign), 0);
      return group.length === 3 ? [value >> 8, value & 255] : [value];
    }),
  );
}

describe("a card's token", () => {
  test('a decoder that shares nothing with the code reads exactly what was to be written', async () => {
    const { text, bytes } = await encodeCardToken(claims, signer, deflateToken);
    const message = inflateSync(base45ByHand(text));
    expect(Buffer.from(base45ByHand(text))).toEqual(Buffer.from(bytes));
    const { tag, value } = readByHand(message) as { tag: number; value: [string, unknown, string, string] };
    expect(tag).toBe(18);
    expect(readByHand(hex(value[0]))).toEqual([
      [1, -8],
      [4, golden.kidHex],
    ]);
    expect(value[1]).toEqual([]);
    expect(readByHand(hex(value[2]))).toEqual([
      [1, claims.issuer],
      [4, claims.expiresAtS],
      [5, claims.notBeforeS],
      [6, claims.issuedAtS],
      [7, ctiHex],
      [
        169,
        [
          [1, claims.cardNumber],
          [4, claims.name],
        ],
      ],
      [-65537, claims.tier],
      [-65538, true],
    ]);
    expect(value[3]).toHaveLength(128);
  });

  test('the golden token is still written byte for byte, and still read', async () => {
    const { bytes } = await encodeCardToken(claims, signer, deflateToken);
    expect(inflateSync(bytes).toString('hex')).toBe(golden.coseHex);
    expect(await verifyText(golden.text)).toEqual({
      result: 'valid',
      kid: b64(kid),
      claims: { ...claims, others: { token: new Map(), identity: new Map() } },
    });
  });

  test('a live counter writes no trial claim', async () => {
    const { trial: _, ...live } = claims;
    const { text } = await encodeCardToken(live, signer, deflateToken);
    expect(await verifyText(text)).toMatchObject({ result: 'valid', claims: { trial: false } });
    expect(inflateSync(base45ByHand(text)).toString('hex')).not.toContain('3a00010001');
  });

  test('an ordinary name stays within 200 bytes, fifty rare characters within version 15-M, and more is refused', async () => {
    const { bytes } = await encodeCardToken({ ...claims, name: '欧阳娜仁花' }, signer, deflateToken);
    expect(bytes.length).toBeLessThanOrEqual(200);
    const rare = Array.from({ length: 50 }, (_, i) => String.fromCodePoint(0x20010 + i * 77)).join('');
    expect((await encodeCardToken({ ...claims, name: rare }, signer, deflateToken)).text.length).toBeLessThanOrEqual(
      maxTokenCharacters,
    );
    const longest = Array.from({ length: 100 }, (_, i) => String.fromCodePoint(0x4e10 + i * 77)).join('');
    await expect(encodeCardToken({ ...claims, name: longest }, signer, deflateToken)).rejects.toMatchObject({
      code: 'qr-too-long',
    });
  });
});

describe('a scanned text', () => {
  test('is valid from its first to its last second, and the skew beside', async () => {
    const { expiresAtS, notBeforeS } = claims;
    const at = async (second: number) => (await verifyText(golden.text, { nowS: second })).result;
    expect(await at(notBeforeS - 301)).toBe('not-yet-valid');
    expect(await at(notBeforeS - 300)).toBe('valid');
    expect(await at(expiresAtS + 299)).toBe('valid');
    expect(await at(expiresAtS + 300)).toBe('expired');
  });

  test('with white space around it is the same card', async () => {
    expect((await verifyText(` ${golden.text}\r\n`)).result).toBe('valid');
  });

  test.each([
    ['tag 61 around tag 18', (m: Uint8Array) => Buffer.concat([hex('d83d'), m])],
    ['no tag', (m: Uint8Array) => m.subarray(1)],
  ])('with %s is read', async (_, change) => {
    expect((await verifyText(wrap(change(hex(golden.coseHex))))).result).toBe('valid');
  });

  test('that is no card is not ours', async () => {
    for (const text of [
      '',
      'https://example.cn/a?b=1',
      '202610000012',
      'QED8WEX0',
      '王芳',
      wrap(encodeCbor({ a: 1 })),
      wrap(await signed(encodeCbor(new Map([[1, 'x']])))),
    ]) {
      expect(await verifyText(text)).toEqual({ result: 'not-ours', reason: 'not-a-card' });
    }
  });

  test('signed by a key that is not trusted, or by no stated one, is not ours', async () => {
    expect(await verifyText(golden.text, { trustedKeys: new Map() })).toEqual({ result: 'not-ours', reason: 'unknown-key' });
    const noKid = encodeCbor(new Map([[1, -8]]));
    expect(await verifyText(wrap(await signed(encodeCbor(new Map()), noKid)))).toEqual({
      result: 'not-ours',
      reason: 'unknown-key',
    });
  });

  test('with an algorithm that is unknown, unprotected, none, or with a demand we do not know, is not ours', async () => {
    const payload = encodeCbor(new Map());
    const headers = [
      new Map<number, unknown>([
        [1, -257],
        [4, kid],
      ]),
      new Map<number, unknown>([[4, kid]]),
      new Map<number, unknown>([
        [1, 'none'],
        [4, kid],
      ]),
      new Map<number, unknown>([
        [1, -8],
        [2, [99]],
        [4, kid],
      ]),
    ];
    for (const header of headers) {
      expect(await verifyText(wrap(await signed(payload, encodeCbor(header))))).toEqual({
        result: 'not-ours',
        reason: 'unknown-algorithm',
      });
    }
  });

  test('can not pass off an Ed25519 key as an ES256 one', async () => {
    expect(await verifyText(wrap(await signed(encodeCbor(new Map()), protectedHeader(-7, kid))))).toEqual({
      result: 'tampered',
      reason: 'signature',
    });
  });

  test('with a name, key id or algorithm changed after signing does not hold', async () => {
    const message = golden.coseHex as string;
    const renamed = message.replace(Buffer.from('巴图').toString('hex'), Buffer.from('巴国').toString('hex'));
    expect(renamed).not.toBe(message);
    expect(await verifyText(wrap(hex(renamed)))).toEqual({ result: 'tampered', reason: 'signature' });
    const other = hex('0102030405060709');
    const swapped = message.replace(golden.kidHex, Buffer.from(other).toString('hex'));
    expect(await verifyText(wrap(hex(swapped)), { trustedKeys: new Map([[b64(other), publicKey]]) })).toEqual({
      result: 'tampered',
      reason: 'signature',
    });
  });

  test('with a key twice in a map, bytes after the message or after the stream, or half of either is damaged', async () => {
    const message = hex(golden.coseHex);
    const twice = hex('a2 01 61 61 01 61 62'.replaceAll(' ', ''));
    const stream = deflateSync(message);
    const texts = [
      wrap(await signed(twice)),
      wrap(Buffer.concat([message, hex('00')])),
      wrap(message.subarray(0, -1)),
      encodeBase45(Buffer.concat([stream, hex('0000')])),
      encodeBase45(stream.subarray(0, -5)),
      golden.text.slice(0, -1),
      `${golden.text.slice(0, 100)}\u4e00`,
    ];
    for (const text of texts) expect(await verifyText(text)).toEqual({ result: 'tampered', reason: 'damaged' });
  });

  test('that swells beyond 64 KB, or is longer than any QR, is too large', async () => {
    expect(await verifyText(wrap(new Uint8Array(65_537)))).toEqual({ result: 'tampered', reason: 'too-large' });
    expect(await verifyText(encodeBase45(deflateSync(new Uint8Array(2_500_000), { level: 9 })))).toEqual({
      result: 'tampered',
      reason: 'too-large',
    });
    expect(await verifyText('A'.repeat(4_297))).toEqual({ result: 'tampered', reason: 'too-large' });
    expect((await verifyText(wrap(new Uint8Array(65_000).fill(0x81)))).result).toBe('tampered');
  });

  test('with any one bit flipped is never valid, and never an error', async () => {
    const stream = Uint8Array.from(inflateSync(base45ByHand(golden.text)));
    await fc.assert(
      fc.asyncProperty(fc.nat(stream.length * 8 - 1), async (bit) => {
        const flipped = stream.slice();
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect((await verifyText(wrap(flipped))).result).toMatch(/^(tampered|not-ours)$/);
      }),
      { numRuns: 1_000 },
    );
  });

  test('of any making is never valid, and never an error', async () => {
    const signs = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'), maxLength: 300 });
    const edited = fc
      .tuple(fc.nat(golden.text.length), fc.nat(20), signs)
      .map(([at, n, put]) => golden.text.slice(0, at) + put + golden.text.slice(at + n));
    const junk = fc.uint8Array({ maxLength: 200 }).map(wrap);
    const sealedJunk = fc
      .uint8Array({ maxLength: 60 })
      .map((bytes) => wrap(encodeSign1(protectedHeader(-8, kid), bytes, sign(null, bytes, generateKey))));
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      signs,
      signs.map((s) => `NCF${s}`),
      edited,
      junk,
      sealedJunk,
    );
    await fc.assert(
      fc.asyncProperty(text, async (scanned) => {
        fc.pre(scanned.trim() !== golden.text);
        expect((await verifyText(scanned)).result).toMatch(/^(tampered|not-ours)$/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('of junk that a trusted key signed is no error either', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.anything().map(cborOrEmpty)), async (payload) => {
        expect((await verifyText(wrap(await signed(payload)))).result).toMatch(/^(tampered|not-ours)$/);
      }),
      { numRuns: 500 },
    );
  });
});

const generateKey = generateKeyPairSync('ed25519').privateKey;

function cborOrEmpty(value: unknown): Uint8Array {
  try {
    return encodeCbor(value);
  } catch {
    return new Uint8Array(0);
  }
}

describe('signatures', () => {
  test("RFC 8032's first test vector holds", () => {
    const signature =
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b';
    expect(Buffer.from(signer.sign(new Uint8Array(0)) as Uint8Array).toString('hex')).toBe(signature);
    expect(verifySignature(publicKey, { alg: -8, bytes: new Uint8Array(0), signature: hex(signature) })).toBe(true);
    expect(verifySignature(publicKey, { alg: -8, bytes: new Uint8Array(1), signature: hex(signature) })).toBe(false);
  });

  test("RFC 8392's signed CWT (appendix A.3, ES256) holds, and is no card", async () => {
    const message = hex(
      'd28443a10126a104524173796d6d657472696345434453413235365850a70175636f61703a2f2f61732e6578616d706c652e636f6d02656572696b77037818636f61703a2f2f6c696768742e6578616d706c652e636f6d041a5612aeb0051a5610d9f0061a5610d9f007420b7158405427c1ff28d23fbad1f29c4c7c6a555e601d6fa29f9179bc3d7438bacaca5acd08c8d4d4f96131680c429a01f85951ecee743a52b9b63632c57209120e1c9e30',
    );
    const point = {
      x: '143329cce7868e416927599cf65a34f3ce2ffda55a7eca69ed8919a394d42f0f',
      y: '60f7f1a780d8a783bfb7a2dd6b2796e8128dbbcef9d3d168db9529971a36e7b9',
    };
    const key = cardPublicKey({ kty: 'EC', crv: 'P-256', x: b64(hex(point.x)), y: b64(hex(point.y)) });
    const read = readSign1(message);
    expect(read && verifySignature(key, { alg: -7, bytes: read.signedBytes, signature: read.signature })).toBe(true);
    expect(read && verifySignature(key, { alg: -8, bytes: read.signedBytes, signature: read.signature })).toBe(false);
    const trustedKeys = new Map([[encodeBase64url(Buffer.from('AsymmetricECDSA256')), key]]);
    expect(await verifyText(wrap(message), { trustedKeys })).toEqual({ result: 'not-ours', reason: 'not-a-card' });
  });

  test('other keys are refused, whatever they are for', () => {
    const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    expect(() => cardPublicKey(p384.publicKey.export({ format: 'jwk' }))).toThrow(TypeError);
    expect(() => cardSigner(p384.privateKey, kid)).toThrow(TypeError);
    expect(verifySignature(generateKey, { alg: -8, bytes: new Uint8Array(0), signature: new Uint8Array(64) })).toBe(false);
  });

  test('a stream is read whole or not at all', () => {
    const stream = deflateToken(hex('0102'));
    expect(inflateToken(stream, 2)).toEqual({ ok: true, bytes: Buffer.from([1, 2]) });
    expect(inflateToken(stream, 1)).toEqual({ ok: false, reason: 'too-large' });
    expect(inflateToken(Buffer.concat([stream, hex('00')]), 2)).toEqual({ ok: false, reason: 'damaged' });
    expect(inflateToken(new Uint8Array(0), 2)).toEqual({ ok: false, reason: 'damaged' });
  });
});
