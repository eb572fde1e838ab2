import { parseEntry } from '../../shared/domain/entry.ts';

const marker = Buffer.from('"kind":"person.redacted"');

/** Entries whose contents were taken out, held against the entries that say so: whoever has the journal key could take out others. */
export class RedactionsSaid {
  readonly #gone: number[] = [];
  readonly #said = new Set<number>();

  noteGone(seq: number): void {
    this.#gone.push(seq);
  }

  notePayload(payload: Uint8Array): void {
    // Looked for as bytes first: of a hundred thousand entries few are of that kind.
    if (!Buffer.from(payload.buffer, payload.byteOffset, payload.length).includes(marker)) return;
    const entry = parseEntry(JSON.parse(new TextDecoder().decode(payload)));
    if (entry.kind === 'person.redacted') for (const { seq } of entry.facts.entries) this.#said.add(seq);
  }

  /** Those that no entry speaks of, oldest first. */
  unsaid(): number[] {
    return this.#gone.filter((seq) => !this.#said.has(seq));
  }
}
