import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import { JournalError } from './journal-error.ts';

/** Cipher suites by id. Ids are given out in docs/journal-format.md and never used twice; 2 is kept for SM4-GCM with SM3. */
export const suites: ReadonlyMap<number, string> = new Map([[1, 'AES-256-GCM, SHA-256']]);
export const currentSuite = 1;

export const keyBytes = 32;
export const tagBytes = 16;
const keyInfo = Buffer.from('talent-counter/journal/segment/1\0', 'latin1');
const headerLabel = Buffer.from('header\0', 'latin1');
const redactionLabel = Buffer.from('redacted\0', 'latin1');

/** What a segment's two keys can do. The keys themselves stay in here. */
export interface SegmentKeys {
  seal(index: number, additional: Uint8Array, plain: Uint8Array): Buffer;
  /** Undefined where the seal doesn't fit: other bytes, other place, other key. */
  unseal(index: number, additional: Uint8Array, sealed: Uint8Array): Buffer | undefined;
  headerSeal(header: Uint8Array): Buffer;
  redactionSeal(frameHeader: Uint8Array): Buffer;
  forget(): void;
}

/** 64 bytes by HKDF-SHA-256: first the sealing key, then the marking key for header and redactions, which have no nonce to spare. */
export function segmentKeys(journalKey: Uint8Array, stem: Uint8Array, random: Uint8Array): SegmentKeys {
  if (journalKey.length !== keyBytes) throw new RangeError(`A journal key has ${keyBytes} bytes`);
  const both = Buffer.from(hkdfSync('sha256', journalKey, random, Buffer.concat([keyInfo, stem]), 2 * keyBytes));
  // As a KeyObject: given as bytes, each frame would pay three times as much for setting its cipher up.
  const sealing = createSecretKey(both.subarray(0, keyBytes));
  const marking = both.subarray(keyBytes);
  let forgotten = false;
  const needKeys = () => {
    if (forgotten) throw new JournalError('journal-closed', 'The journal is closed');
  };
  return {
    seal(index, additional, plain) {
      needKeys();
      const cipher = createCipheriv('aes-256-gcm', sealing, nonceOf(index));
      cipher.setAAD(additional);
      const body = cipher.update(plain);
      cipher.final();
      return Buffer.concat([body, cipher.getAuthTag()]);
    },
    unseal(index, additional, sealed) {
      needKeys();
      const split = sealed.length - tagBytes;
      const decipher = createDecipheriv('aes-256-gcm', sealing, nonceOf(index), { authTagLength: tagBytes });
      decipher.setAAD(additional);
      decipher.setAuthTag(sealed.subarray(split));
      const plain = decipher.update(sealed.subarray(0, split));
      try {
        decipher.final();
      } catch {
        return undefined;
      }
      return plain;
    },
    headerSeal: (header) => createHmac('sha256', marking).update(headerLabel).update(header).digest(),
    redactionSeal: (frameHeader) => createHmac('sha256', marking).update(redactionLabel).update(frameHeader).digest(),
    forget: () => {
      forgotten = true;
      both.fill(0);
    },
  };
}

/** 4 zero bytes and the frame's place in its segment, from 1. A segment is written once, front to back, so no place comes twice. */
function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(Math.floor(index / 0x1_0000_0000), 4);
  nonce.writeUInt32BE(index >>> 0, 8);
  return nonce;
}
