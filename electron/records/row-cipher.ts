import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { RowKind, RowRef, RowState } from '../../shared/domain/entry.ts';
import { RowDamagedError } from './records-error.ts';

export interface RecordsKeys {
  /** Sub-key of the vault's data key, 32 bytes: everything but the tags is derived from it. */
  readonly records: Uint8Array;
  /** Sub-key for the blind look-up tags, 32 bytes. */
  readonly tags: Uint8Array;
}

/** Look-ups that the page can answer without knowing what it looks up. */
export type TagField = 'id-number' | 'card-number';

/** A row sealed for the page: nothing in it tells a kind, an id or a word of the plaintext. */
export interface SealedRow {
  readonly key: string;
  readonly version: number;
  readonly commitment: string;
  readonly tags: string[];
  readonly body: Uint8Array<ArrayBuffer>;
}

/** AES-256-GCM, 96-bit random nonce. A later suite (SM4) gets the next number. */
const suite = 1;
const nonceBytes = 12;
const macBytes = 16;
/** Suite (1), key epoch (4), nonce (12). */
const headBytes = 1 + 4 + nonceBytes;
/** A tag is cut to 128 bits: enough that no two values meet, and short, since the tags' index is written with each row. */
const tagBytes = 16;

/** Seals and opens the rows of one key epoch. */
export class RowCipher {
  readonly #epoch: number;
  readonly #bodyKey: Uint8Array;
  readonly #blindKey: Uint8Array;
  readonly #commitmentKey: Uint8Array;
  readonly #tagKey: Uint8Array;

  constructor({ records, tags }: RecordsKeys, epoch: number) {
    const subKey = (from: Uint8Array, purpose: string) => new Uint8Array(hkdfSync('sha256', from, '', `records ${purpose} 1`, 32));
    this.#epoch = epoch;
    this.#bodyKey = subKey(records, 'body');
    this.#blindKey = subKey(records, 'key');
    this.#commitmentKey = subKey(records, 'commitment');
    this.#tagKey = subKey(tags, 'tag');
  }

  /** The page's key for a row: HMAC(key, kind ‖ 0 ‖ id), base64url. No kind holds a zero, so no two rows share the input. */
  keyOf({ kind, id }: RowRef): string {
    return createHmac('sha256', this.#blindKey).update(`${kind}\0${id}`).digest('base64url');
  }

  /** Blind tag of a value: HMAC(tag key, field ‖ 0 ‖ value), cut to 128 bits. Whoever looks up checks again after opening. */
  tagOf(field: TagField, value: string): string {
    const mac = createHmac('sha256', this.#tagKey).update(`${field}\0${value}`).digest();
    return mac.subarray(0, tagBytes).toString('base64url');
  }

  seal<K extends RowKind>(ref: RowRef<K>, state: RowState[K]): SealedRow {
    const plain = Buffer.from(JSON.stringify(state));
    const head = Buffer.allocUnsafe(headBytes);
    head.writeUInt8(suite, 0);
    head.writeUInt32BE(this.#epoch, 1);
    randomBytes(nonceBytes).copy(head, 5);
    const cipher = createCipheriv('aes-256-gcm', this.#bodyKey, head.subarray(5));
    cipher.setAAD(additionalData(head, ref, state.version));
    const body = new Uint8Array(headBytes + plain.length + macBytes);
    body.set(head, 0);
    body.set(cipher.update(plain), headBytes);
    cipher.final();
    body.set(cipher.getAuthTag(), headBytes + plain.length);
    return {
      key: this.keyOf(ref),
      version: state.version,
      commitment: this.#commitmentOf(plain).toString('base64url'),
      tags: this.#tagsOf(ref.kind, state),
      body,
    };
  }

  /** Throws a RowDamagedError for bytes that are not this row's, of this version, with this commitment. */
  open<K extends RowKind>(ref: RowRef<K>, row: Omit<SealedRow, 'tags'>): RowState[K] {
    const body = Buffer.from(row.body.buffer, row.body.byteOffset, row.body.length);
    if (body.length < headBytes + macBytes) throw new RowDamagedError(row.key, 'too short');
    if (body.readUInt8(0) !== suite) throw new RowDamagedError(row.key, `unknown cipher suite ${body.readUInt8(0)}`);
    if (body.readUInt32BE(1) !== this.#epoch) throw new RowDamagedError(row.key, `sealed under key epoch ${body.readUInt32BE(1)}`);
    const head = body.subarray(0, headBytes);
    const decipher = createDecipheriv('aes-256-gcm', this.#bodyKey, head.subarray(5), { authTagLength: macBytes });
    decipher.setAAD(additionalData(head, ref, row.version));
    decipher.setAuthTag(body.subarray(-macBytes));
    let plain: Buffer;
    try {
      plain = Buffer.concat([decipher.update(body.subarray(headBytes, -macBytes)), decipher.final()]);
    } catch {
      throw new RowDamagedError(row.key, 'the seal does not open');
    }
    const commitment = Buffer.from(row.commitment, 'base64url');
    const expected = this.#commitmentOf(plain);
    if (commitment.length !== expected.length || !timingSafeEqual(commitment, expected)) {
      throw new RowDamagedError(row.key, 'the commitment differs');
    }
    return JSON.parse(plain.toString('utf8')) as RowState[K];
  }

  /** Keyed, so that a guessed plaintext can't be tried against it; the same for the same bytes, so that a replay gives the same digest. */
  #commitmentOf(plain: Uint8Array): Buffer {
    return createHmac('sha256', this.#commitmentKey).update(plain).digest();
  }

  #tagsOf(kind: RowKind, state: RowState[RowKind]): string[] {
    if (kind === 'person') return [this.tagOf('id-number', (state as RowState['person']).document.number)];
    if (kind === 'card') return [this.tagOf('card-number', (state as RowState['card']).number)];
    return [];
  }
}

/** Binds a body to its head, kind, id and version, so that the page can't hand out one row, or an older one, for another. */
function additionalData(head: Uint8Array, { kind, id }: RowRef, version: number): Buffer {
  const words = Buffer.from(`${kind}\0${version}\0${id}`);
  return Buffer.concat([head, words]);
}
