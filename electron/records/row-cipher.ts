import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { Row, RowRef, RowState } from '../../shared/domain/entry.ts';
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
  readonly #bodyKey: KeyObject;
  readonly #blindKey: KeyObject;
  readonly #commitmentKey: KeyObject;
  readonly #tagKey: KeyObject;

  constructor({ records, tags }: RecordsKeys, epoch: number) {
    // Key objects: handing over a key's bytes costs ten times what sealing a row by them does.
    const subKey = (from: Uint8Array, purpose: string) =>
      createSecretKey(new Uint8Array(hkdfSync('sha256', from, '', `records ${purpose} 1`, 32)));
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

  seal(row: Row): SealedRow {
    const { version } = row.state;
    const key = this.keyOf(row);
    const plain = Buffer.from(JSON.stringify([row.kind, row.id, row.state]));
    const head = Buffer.allocUnsafe(headBytes);
    head.writeUInt8(suite, 0);
    head.writeUInt32BE(this.#epoch, 1);
    randomBytes(nonceBytes).copy(head, 5);
    const cipher = createCipheriv('aes-256-gcm', this.#bodyKey, head.subarray(5));
    cipher.setAAD(additionalData(head, key, version));
    const body = new Uint8Array(headBytes + plain.length + macBytes);
    body.set(head, 0);
    body.set(cipher.update(plain), headBytes);
    cipher.final();
    body.set(cipher.getAuthTag(), headBytes + plain.length);
    return { key, version, commitment: this.#commitmentOf(plain).toString('base64url'), tags: this.#tagsOf(row), body };
  }

  /** Throws a RowDamagedError for bytes that are not the row of this key, of this version, with this commitment. */
  open({ key, version, commitment, body }: Omit<SealedRow, 'tags'>): Row {
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
    if (bytes.length < headBytes + macBytes) throw new RowDamagedError(key, 'too short');
    if (bytes.readUInt8(0) !== suite) throw new RowDamagedError(key, `unknown cipher suite ${bytes.readUInt8(0)}`);
    if (bytes.readUInt32BE(1) !== this.#epoch) throw new RowDamagedError(key, `sealed under key epoch ${bytes.readUInt32BE(1)}`);
    const head = bytes.subarray(0, headBytes);
    const decipher = createDecipheriv('aes-256-gcm', this.#bodyKey, head.subarray(5), { authTagLength: macBytes });
    decipher.setAAD(additionalData(head, key, version));
    decipher.setAuthTag(bytes.subarray(-macBytes));
    let plain: Buffer;
    try {
      plain = Buffer.concat([decipher.update(bytes.subarray(headBytes, -macBytes)), decipher.final()]);
    } catch {
      throw new RowDamagedError(key, 'the seal does not open');
    }
    const claimed = Buffer.from(commitment, 'base64url');
    const actual = this.#commitmentOf(plain);
    if (claimed.length !== actual.length || !timingSafeEqual(claimed, actual))
      throw new RowDamagedError(key, 'the commitment differs');
    const [kind, id, state] = JSON.parse(plain.toString('utf8')) as [Row['kind'], string, RowState[Row['kind']]];
    return { kind, id, state } as Row;
  }

  /** Keyed, so that a guessed plaintext can't be tried against it; the same for the same bytes, so that a replay gives the same digest. */
  #commitmentOf(plain: Uint8Array): Buffer {
    return createHmac('sha256', this.#commitmentKey).update(plain).digest();
  }

  #tagsOf({ kind, state }: Row): string[] {
    if (kind === 'person') return [this.tagOf('id-number', state.document.number)];
    if (kind === 'card') return [this.tagOf('card-number', state.number)];
    return [];
  }
}

/**
 * Binds a body to its head, its key and its version, so that the page can't hand out one row, or an older one, for another. The key
 * stands for kind and id, being an HMAC of both; so a row that was found by its tag opens before its id is known.
 */
function additionalData(head: Uint8Array, key: string, version: number): Buffer {
  return Buffer.concat([head, Buffer.from(`${key}\0${version}`)]);
}
