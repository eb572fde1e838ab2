import { headerBytes, type SegmentHeader } from './segment-header.ts';
import type { SegmentKeys } from './segment-keys.ts';

/** Where each frame of a segment begins: four bytes an entry, so that a million of them cost four megabytes. */
export class OffsetList {
  #offsets: Uint32Array;
  #count = 0;
  constructor(capacity = 64) {
    this.#offsets = new Uint32Array(capacity);
  }
  get count(): number {
    return this.#count;
  }
  push(offset: number): void {
    if (this.#count === this.#offsets.length) {
      const grown = new Uint32Array(this.#count * 2);
      grown.set(this.#offsets);
      this.#offsets = grown;
    }
    this.#offsets[this.#count++] = offset;
  }
  at(index: number): number | undefined {
    return index >= 0 && index < this.#count ? this.#offsets[index] : undefined;
  }
  trim(): void {
    this.#offsets = this.#offsets.slice(0, Math.max(this.#count, 1));
  }
}

/** A segment that holds entries, as far as they are acknowledged. The newest one grows while its writer appends. */
export interface LiveSegment {
  readonly file: string;
  readonly header: SegmentHeader;
  /** Undefined only for an auditor without keys. */
  readonly keys: SegmentKeys | undefined;
  readonly offsets: OffsetList;
  /** Where the acknowledged bytes end. */
  endBytes: number;
}

export function newSegment(file: string, header: SegmentHeader, keys: SegmentKeys | undefined): LiveSegment {
  return { file, header, keys, offsets: new OffsetList(), endBytes: headerBytes };
}

export interface FramePlace {
  readonly segment: LiveSegment;
  /** From 0 within the segment. */
  readonly position: number;
  readonly fromBytes: number;
  readonly toBytes: number;
}

/** The frame of an entry, or undefined if no segment holds it. */
export function findFrame(segments: readonly LiveSegment[], seq: number): FramePlace | undefined {
  let low = 0;
  let high = segments.length;
  // The last segment that begins at or before seq: an empty one shares its first sequence with its follower.
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((segments[middle]?.header.firstSeq ?? 0) <= seq) low = middle + 1;
    else high = middle;
  }
  const segment = segments[low - 1];
  return segment && placeAt(segment, seq - segment.header.firstSeq);
}

export function placeAt(segment: LiveSegment, position: number): FramePlace | undefined {
  const fromBytes = segment.offsets.at(position);
  if (fromBytes === undefined) return undefined;
  return { segment, position, fromBytes, toBytes: segment.offsets.at(position + 1) ?? segment.endBytes };
}
