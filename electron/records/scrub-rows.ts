import type { Records } from './records.ts';

export interface ScrubOptions {
  readonly records: Pick<Records, 'store' | 'check'>;
  readonly signal: AbortSignal;
  /** Waits between the parts of the scan, so that the office's work goes first. */
  pause(): Promise<void>;
}

/**
 * Reads every row's bytes once, since those that nobody reads would otherwise stay damaged unseen. A damaged row is mended from the
 * journal; where rows are missing, the store is given up for a heal. Throws a RowDamagedError for a row that can't be mended.
 */
export async function scrubRows({ records, signal, pause }: ScrubOptions): Promise<void> {
  const { store, check } = records;
  const { cipher } = store;
  const missing = store.emptyIndex();
  missing.load(store.index.toBytes());
  for await (const rows of store.scan({ bodies: true })) {
    if (signal.aborted) return;
    for (const row of rows) {
      // All rows were made anew under other keys meanwhile.
      if (store.cipher !== cipher) return;
      await check(row);
      missing.remove(row.key);
    }
    await pause();
    if (signal.aborted) return;
  }
  if (missing.count > 0 && store.cipher === cipher) store.giveUp('rows-missing');
}
