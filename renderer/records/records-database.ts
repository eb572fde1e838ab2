import Dexie, { type Table } from 'dexie';
import type { RecordsMark, RowMeta } from '../../shared/contract/records.ts';

/** A row as it lies in IndexedDB: ciphertext, its blind key and tags, and the numbers that main compares. */
export interface StoredRow extends Omit<RowMeta, 'bytes'> {
  body: Uint8Array<ArrayBuffer>;
}

/** The part of the browser's IndexedDB that is used; unit tests hand over another one. */
export interface IndexedDb {
  readonly factory: Pick<IDBFactory, 'open' | 'deleteDatabase' | 'cmp'>;
  readonly keyRange: typeof IDBKeyRange;
}

const databaseName = 'records';
/** The mark's store holds one row. */
const markId = 0;

/** Dexie over two stores. Few indexes: each one costs a good part of the writing speed, so there is one, for the tags. */
export class RecordsDatabase extends Dexie {
  declare readonly rows: Table<StoredRow, string>;
  declare readonly marks: Table<RecordsMark & { id: number }, number>;
  /** What the browser said while this database was opened: it had to throw data away. */
  dataLoss = false;

  constructor({ factory, keyRange }: IndexedDb) {
    super(databaseName, {
      indexedDB: watched(factory, () => {
        this.dataLoss = true;
      }),
      IDBKeyRange: keyRange,
      // Relaxed durability lost half of the acknowledged commits in simulated power cuts; strict lost none.
      chromeTransactionDurability: 'strict',
      // Main writes and reads through one page; a second copy of the rows in the page's memory helps nobody.
      cache: 'disabled',
    });
    this.version(1).stores({ rows: 'key,*tags', marks: 'id' });
  }

  async readMark(): Promise<RecordsMark | null> {
    const stored = await this.marks.get(markId);
    if (!stored) return null;
    const { ownSeq, receivedSeq, count, digest } = stored;
    return { ownSeq, receivedSeq, count, digest };
  }

  async writeMark(mark: RecordsMark): Promise<void> {
    await this.marks.put({ ...mark, id: markId });
  }
}

/** Chromium tells of lost data only in the event that sets up the emptied database anew, which Dexie keeps to itself. */
function watched(factory: IndexedDb['factory'], onDataLoss: () => void) {
  return {
    open(name: string, version?: number): IDBOpenDBRequest {
      const request = factory.open(name, version);
      request.addEventListener('upgradeneeded', (event) => {
        const { dataLoss } = event as { dataLoss?: string };
        if (dataLoss !== undefined && dataLoss !== 'none') onDataLoss();
      });
      return request;
    },
    deleteDatabase: (name: string) => factory.deleteDatabase(name),
    cmp: (a: unknown, b: unknown) => factory.cmp(a, b),
  };
}
