import type { Row } from '../../shared/domain/entry.ts';
import { evolveRow, touched } from '../../shared/domain/evolve.ts';
import { type EntrySource, readEntries } from './log-entries.ts';
import type { RecoverRows } from './row-reader.ts';

/**
 * Makes damaged rows again from the journal. Goes through it from the beginning, since what the page knows of a row (a blind key)
 * doesn't say where its entries are; a row whose entries were redacted stays missing.
 */
export function recoverRows(journal: EntrySource): RecoverRows {
  return async (wanted, keyOf) => {
    const left = new Map(wanted.map(({ key, version }) => [key, version]));
    const rows = new Map<string, Row>();
    const found: Row[] = [];
    for await (const { entry } of readEntries(journal, 1)) {
      if (left.size === 0) break;
      for (const ref of entry ? touched(entry) : []) {
        const key = keyOf(ref);
        const version = left.get(key);
        if (!entry || version === undefined) continue;
        const row = tryEvolve(() => evolveRow(entry, ref, rows.get(key)?.state));
        if (row) rows.set(key, row);
        if (row && row.state.version !== version) continue;
        if (row) found.push(row);
        left.delete(key);
      }
    }
    return found;
  };
}

function tryEvolve(evolve: () => Row): Row | undefined {
  try {
    return evolve();
  } catch {
    return undefined;
  }
}
