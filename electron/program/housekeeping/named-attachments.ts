/** What may name an attachment: the entries that can still be read, and the small files. */
export interface NamingSources {
  readonly journal: {
    readonly headSeq: number;
    entries(fromSeq: number): AsyncIterable<{ readonly seq: number; readonly payload?: Uint8Array }>;
  };
  readonly files: {
    list(prefix: string): Promise<{ names: string[]; damaged: string[] }>;
    read(name: string): Promise<Uint8Array | undefined>;
  };
}

export interface Named {
  readonly hashes: ReadonlySet<string>;
  /** A small file can't be read: what it names is not known, so nothing may be taken for unnamed. */
  readonly certain: boolean;
}

const hash = /[0-9a-f]{64}/g;

/**
 * Every hash that an entry, a draft, a half-filled form, the print queue or any other small file speaks of, whatever it means there: a
 * kind of entry that is added one day needs no line here. Small files first, then the journal to its head, and what was appended
 * meanwhile: a draft that becomes a registration in between is found in the one or the other.
 */
export async function namedAttachments(
  { journal, files }: NamingSources,
  { except = () => false }: { except?(fileName: string): boolean } = {},
): Promise<Named> {
  const hashes = new Set<string>();
  const take = (bytes: Uint8Array | undefined) => {
    if (bytes) for (const [found] of Buffer.from(bytes).toString('latin1').matchAll(hash)) hashes.add(found);
  };
  const { names, damaged } = await files.list('');
  let certain = damaged.length === 0;
  for (const name of names) {
    if (except(name)) continue;
    await files.read(name).then(take, () => {
      certain = false;
    });
  }
  for (let seq = 1; seq <= journal.headSeq; ) {
    for await (const entry of journal.entries(seq)) {
      take(entry.payload);
      seq = entry.seq + 1;
    }
  }
  return { hashes, certain };
}
