/** Ends each field of a line. */
export const separator = '\n';

/** From seven code units on the engine takes an algorithm that makes tables first and is four times slower on texts like these. */
const longestLinear = 6;
const asciiMark = 0x80;
const unicodeMark = 0x8000;

/**
 * Lines joined into one string, to be scanned by the engine's own search. A field's first code unit is marked (a bit is turned over),
 * so that looking for a beginning and looking further in are two plain searches, each for a character that is rare.
 */
export class JoinedText {
  readonly #text: string;
  readonly #starts: Uint32Array;

  constructor(lines: readonly string[]) {
    this.#starts = new Uint32Array(lines.length + 1);
    for (const [at, line] of lines.entries()) this.#starts[at + 1] = (this.#starts[at] ?? 0) + line.length;
    this.#text = lines.join('');
  }

  /**
   * Gives each line once that has the needle, until `take` says that it has enough; then it answers false. `atStart` is for marks that
   * may be another line's plain characters: only hits at a line's start count, or only others.
   */
  find(needle: string, atStart: boolean | undefined, take: (line: number) => boolean): boolean {
    const head = needle.slice(0, longestLinear);
    for (let at = this.#text.indexOf(head); at !== -1; ) {
      const line = this.#text.startsWith(needle, at) ? this.#lineAt(at) : -1;
      const lies = line >= 0 && (atStart === undefined || (at === this.#starts[line]) === atStart);
      if (lies && !take(line)) return false;
      at = this.#text.indexOf(head, lies ? this.#starts[line + 1] : at + 1);
    }
    return true;
  }

  /** The line that a place lies in: the last that begins at or before it. */
  #lineAt(place: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** For texts of ASCII alone: they keep one byte a character, and no character of theirs is taken for a marked one. */
export function markAscii(field: string): string {
  return field === '' ? '' : String.fromCharCode(field.charCodeAt(0) | asciiMark) + field.slice(1);
}

/** For any text; what is marked may be a character of another line. */
export function markUnicode(field: string): string {
  return field === '' ? '' : String.fromCharCode(field.charCodeAt(0) ^ unicodeMark) + field.slice(1);
}
