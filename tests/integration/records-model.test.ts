import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Ledger } from '../../electron/records/ledger.ts';
import { encodeSnapshot } from '../../electron/records/ledger-snapshot.ts';
import { readEntries } from '../../electron/records/log-entries.ts';
import type { Row } from '../../shared/domain/entry.ts';
import { evolveRow, touched } from '../../shared/domain/evolve.ts';
import { tempFolder } from './journal-kit.ts';
import { appendOnly, blocks, dump, FakePages, memoryFiles, type Office, openOffice, restore, walkIn } from './records-kit.ts';

type Mishap =
  | 'crash'
  | 'settle'
  | 'kill'
  | 'close'
  | 'empty'
  | 'yesterday'
  | 'no-snapshot'
  | 'old-snapshot'
  | 'damage'
  | 'append-only';
const mishaps: Mishap[] = [
  'crash',
  'settle',
  'kill',
  'close',
  'empty',
  'yesterday',
  'no-snapshot',
  'old-snapshot',
  'damage',
  'append-only',
];

/** An office to which things happen between one person and the next. */
class Life {
  readonly #folder = tempFolder();
  readonly #pages = new FakePages();
  readonly #files = memoryFiles();
  readonly #dumps: Record<string, unknown[]>[] = [];
  readonly #snapshots: Uint8Array[] = [];
  #office: Office | undefined;
  #people = 0;

  async live(events: readonly Mishap[]): Promise<void> {
    try {
      for (const decision of blocks) await (await this.#open()).decide(decision);
      for (const event of events) {
        for (const decision of walkIn(++this.#people)) await (await this.#open()).decide(decision);
        await this.#suffer(event);
      }
      await this.#agree(await this.#open());
    } finally {
      await this.#office?.kill();
      this.#folder.remove();
    }
  }

  async #open(): Promise<Office> {
    this.#office ??= await openOffice({ dir: this.#folder.dir, page: this.#pages.open, files: this.#files });
    return this.#office;
  }

  async #end(how: 'kill' | 'close'): Promise<void> {
    const office = await this.#open();
    if (how === 'close') await office.close();
    await office.kill();
    this.#office = undefined;
    const snapshot = this.#files.kept.get('ledger-snapshot');
    if (snapshot) this.#snapshots.push(snapshot);
    this.#dumps.push(await dump(this.#pages.factory));
  }

  async #suffer(event: Mishap): Promise<void> {
    const pages = this.#pages;
    if (event === 'crash') return pages.crash();
    if (event === 'settle') return (await this.#open()).records.settled();
    await this.#end(event === 'close' ? 'close' : 'kill');
    if (event === 'empty') pages.factory = new IDBFactory() as typeof pages.factory;
    if (event === 'yesterday') await restore(pages.factory, this.#dumps.at(-2) ?? {});
    if (event === 'no-snapshot') this.#files.kept.clear();
    const [snapshot] = this.#snapshots;
    if (event === 'old-snapshot' && snapshot) this.#files.kept.set('ledger-snapshot', snapshot);
    if (event === 'damage') await restore(pages.factory, damaged(this.#dumps.at(-1) ?? {}));
    if (event === 'append-only') await appendOnly(this.#folder.dir, walkIn(++this.#people));
  }

  /** Rows and ledger are what the journal alone says. */
  async #agree(office: Office): Promise<void> {
    const ledger = new Ledger();
    const rows = new Map<string, Row>();
    for await (const { seq, entry } of readEntries(office.journal, 1)) {
      const after = entry ? touched(entry).map((ref) => evolveRow(entry, ref, rows.get(ref.kind + ref.id)?.state)) : [];
      for (const row of after) rows.set(row.kind + row.id, row);
      if (entry) ledger.take({ seq, entry, rows: after });
    }
    const all = [...rows.values()];
    expect(await office.records.getMany(all)).toEqual(all.map(({ state }) => state));
    await office.records.settled();
    expect(office.records.mark).toMatchObject({ ownSeq: office.journal.headSeq, count: all.length });
    expect(contentOf(office.ledger)).toEqual(contentOf(ledger));
  }
}

/** What a snapshot would keep, after its head of eight bytes. */
const contentOf = (ledger: Ledger) =>
  JSON.parse(Buffer.from(encodeSnapshot({ ledger, mark: null, indexBytes: new Uint8Array() })).toString('utf8', 8));

function damaged({ rows = [], ...rest }: Record<string, unknown[]>): Record<string, unknown[]> {
  const flip = (row: unknown, at: number) => {
    const { body, ...meta } = row as { body: Uint8Array };
    return at % 3 === 0 ? { ...meta, body: body.map((byte) => byte ^ 1) } : row;
  };
  return { ...rest, rows: rows.map(flip) };
}

test('whatever happens to page, database and snapshot, rows and ledger are what the journal says', async () => {
  const lives = fc.array(fc.constantFrom(...mishaps), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(lives, (events) => new Life().live(events)),
    { numRuns: 25 },
  );
}, 60_000);
