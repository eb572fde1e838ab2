import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { RecordsMark, RowMeta } from '../../shared/contract/records.ts';

/** Words of 32 bits: the key's first 128 bits, the version, the contribution's 128 bits. */
const keyWords = 4;
const sumWords = 4;
const slotWords = keyWords + 1 + sumWords;
const slotBytes = slotWords * 4;
const smallestSlots = 1024;

type RowIdentity = Pick<RowMeta, 'key' | 'version' | 'commitment'>;
type Reach = Pick<RecordsMark, 'ownSeq' | 'receivedSeq'>;

/**
 * Which version of each row the page must hold, and what all rows add up to. Open addressing in one typed array: 600,000 rows are
 * 36 bytes each and load with a copy, where a Map of strings would take seconds of garbage collection over a day.
 *
 * The digest is the XOR of one keyed 128-bit HMAC per row over (key, version, commitment), so that it doesn't depend on the order
 * and a changed row is two XORs. XOR alone could be forged by whoever knows the parts; here nobody does: the parts and their sum
 * never leave this process unsealed, and what the page stores is an HMAC over the sum, which tells nothing about it.
 */
export class RowIndex {
  readonly #digestKey: KeyObject;
  #slots = new Uint32Array(smallestSlots * slotWords);
  #capacity = smallestSlots;
  /** Slots that were ever taken; a removed row keeps its slot with version 0. */
  #taken = 0;
  #count = 0;
  readonly #sum = new Uint32Array(sumWords);

  constructor(recordsKey: Uint8Array) {
    this.#digestKey = createSecretKey(new Uint8Array(hkdfSync('sha256', recordsKey, '', 'records digest 1', 32)));
  }

  get count(): number {
    return this.#count;
  }

  /** The version the page must hold for the key; 0 where it must hold none. */
  versionOf(key: string): number {
    return this.#slots[this.#find(wordsOf(key)) * slotWords + keyWords] ?? 0;
  }

  /** Whether this is the one row, of all versions ever sealed, that the digest counts. */
  holds(meta: RowIdentity): boolean {
    const at = this.#find(wordsOf(meta.key)) * slotWords;
    const part = this.#partOf(meta);
    return this.#slots[at + keyWords] === meta.version && part.every((word, i) => word === this.#slots[at + keyWords + 1 + i]);
  }

  set(meta: RowIdentity): void {
    this.#write(wordsOf(meta.key), meta.version, this.#partOf(meta));
  }

  remove(key: string): void {
    this.#write(wordsOf(key), 0, new Uint32Array(sumWords));
  }

  /** The mark of these rows at that reach, as it will be once `changes` (each key once) are set. */
  markAt({ ownSeq, receivedSeq }: Reach, changes: readonly RowIdentity[] = []): RecordsMark {
    const sum = this.#sum.slice();
    let count = this.#count;
    for (const change of changes) {
      const at = this.#find(wordsOf(change.key)) * slotWords;
      const part = this.#partOf(change);
      for (let i = 0; i < sumWords; i++) sum[i] = (sum[i] ?? 0) ^ (this.#slots[at + keyWords + 1 + i] ?? 0) ^ (part[i] ?? 0);
      if (this.#slots[at + keyWords] === 0) count++;
    }
    const rows = this.#mac('rows', [count], Buffer.from(sum.buffer)).toString('base64url');
    return { ownSeq, receivedSeq, count, digest: rows + this.#markSeal({ ownSeq, receivedSeq }, count, rows) };
  }

  /** Whether a mark was made with this key: one that wasn't is damage, and says nothing about how far the rows reach. */
  madeHere({ ownSeq, receivedSeq, count, digest }: RecordsMark): boolean {
    const rows = digest.slice(0, digest.length / 2);
    return digest === rows + this.#markSeal({ ownSeq, receivedSeq }, count, rows);
  }

  /** All rows, for the sealed snapshot. */
  toBytes(): Uint8Array<ArrayBuffer> {
    const rows = new Uint32Array(this.#count * slotWords);
    let to = 0;
    for (let at = 0; at < this.#slots.length; at += slotWords) {
      if (this.#slots[at + keyWords] === 0) continue;
      rows.set(this.#slots.subarray(at, at + slotWords), to);
      to += slotWords;
    }
    return new Uint8Array(rows.buffer);
  }

  /** Takes what `toBytes` gave, into an empty index. */
  load(bytes: Uint8Array): void {
    if (bytes.length % slotBytes !== 0) throw new RangeError('not a row index');
    const rows = new Uint32Array(new Uint8Array(bytes).buffer);
    this.#grow(rows.length / slotWords);
    for (let at = 0; at < rows.length; at += slotWords) {
      const part = rows.subarray(at + keyWords + 1, at + slotWords);
      this.#write(rows.subarray(at, at + keyWords), rows[at + keyWords] ?? 0, part);
    }
  }

  #write(key: Uint32Array, version: number, part: Uint32Array): void {
    if ((this.#taken + 1) * 3 > this.#capacity * 2) this.#grow(this.#count + 1);
    const slot = this.#find(key);
    const at = slot * slotWords;
    const slots = this.#slots;
    const before = slots[at + keyWords] ?? 0;
    if (before === 0 && !this.#isTaken(at)) {
      if (version === 0) return;
      slots.set(key, at);
      this.#taken++;
    }
    for (let i = 0; i < sumWords; i++) {
      const old = slots[at + keyWords + 1 + i] ?? 0;
      const word = part[i] ?? 0;
      this.#sum[i] = (this.#sum[i] ?? 0) ^ old ^ word;
      slots[at + keyWords + 1 + i] = word;
    }
    slots[at + keyWords] = version;
    this.#count += Number(version > 0) - Number(before > 0);
  }

  /** The slot of the key, or the free one where it would go. */
  #find(key: Uint32Array): number {
    const slots = this.#slots;
    const mask = this.#capacity - 1;
    for (let slot = (key[0] ?? 0) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * slotWords;
      if (slots[at] === key[0] && slots[at + 1] === key[1] && slots[at + 2] === key[2] && slots[at + 3] === key[3]) return slot;
      if (!this.#isTaken(at)) return slot;
    }
  }

  /** A blind key of all zeros doesn't happen: its first 128 bits are an HMAC's. */
  #isTaken(at: number): boolean {
    const slots = this.#slots;
    return slots[at] !== 0 || slots[at + 1] !== 0 || slots[at + 2] !== 0 || slots[at + 3] !== 0;
  }

  #grow(rows: number): void {
    const old = this.#slots;
    while (this.#capacity < rows * 2) this.#capacity *= 2;
    this.#slots = new Uint32Array(this.#capacity * slotWords);
    this.#taken = 0;
    for (let at = 0; at < old.length; at += slotWords) {
      if (old[at + keyWords] === 0) continue;
      const row = old.subarray(at, at + slotWords);
      this.#slots.set(row, this.#find(row) * slotWords);
      this.#taken++;
    }
  }

  #partOf({ key, version, commitment }: RowIdentity): Uint32Array {
    const mac = this.#mac('row', [version], `${key}\0${commitment}`);
    return Uint32Array.from({ length: sumWords }, (_, i) => mac.readUInt32LE(i * 4));
  }

  #markSeal({ ownSeq, receivedSeq }: Reach, count: number, rows: string): string {
    return this.#mac('mark', [ownSeq, receivedSeq, count], rows).toString('base64url');
  }

  /** 120 bits, which base64url writes without a remainder, so that two of them can stand end to end in a digest. */
  #mac(purpose: string, numbers: readonly number[], data: string | Uint8Array): Buffer {
    const mac = createHmac('sha256', this.#digestKey)
      .update(`${purpose}\0${numbers.join(',')}\0`)
      .update(data)
      .digest();
    return purpose === 'row' ? mac : mac.subarray(0, 15);
  }
}

function wordsOf(key: string): Uint32Array {
  const bytes = Buffer.from(key, 'base64url');
  if (bytes.length < keyWords * 4) throw new RangeError('not a blind key');
  return Uint32Array.from({ length: keyWords }, (_, i) => bytes.readUInt32LE(i * 4));
}
