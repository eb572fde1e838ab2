import { join } from 'node:path';
import type { Counter } from '../../../shared/domain/counter/counter.ts';
import { type Entry, parseEntry } from '../../../shared/domain/entry.ts';
import type { StaffId } from '../../../shared/domain/ids.ts';
import type { Staff } from '../../../shared/domain/staff/staff.ts';
import { BackupError } from '../../backup/backup-error.ts';
import type { Manifest } from '../../backup/manifest.ts';
import { openJournal } from '../../journal/open-journal.ts';
import type { Vault } from '../../vault/vault.ts';
import { journalDamage } from './backup-journal.ts';

/** What a journal says of the counter that wrote it, as far as whoever restores it must know. */
export interface RestoredJournal {
  readonly counter: Counter;
  readonly generation: number;
  /** Who is on the staff. */
  readonly staff: ReadonlyMap<StaffId, Staff>;
  readonly headSeq: number;
  readonly headChain: Uint8Array;
  readonly people: number;
  readonly cards: number;
}

/**
 * Opens the restored journal in its new folder and reads all of it: every seal, commitment and link is checked on the way, and the head
 * must be the one that the manifest names. Throws a BackupError: `backup-damaged` with the file.
 */
export async function readRestoredJournal(folder: string, vault: Vault, { own }: Manifest): Promise<RestoredJournal> {
  const chain = new Uint8Array(Buffer.from(own.chain, 'hex'));
  const { epoch } = vault;
  const keyOf = (each: number) => vault.keyOf('journal', each);
  const anchors = [{ seq: own.seq, chain }];
  try {
    const journal = await openJournal({ dir: join(folder, 'journal'), log: 'own', epoch, keyOf, marks: [own.seq], anchors });
    try {
      if (journal.headSeq !== own.seq) throw new BackupError('backup-damaged', { file: 'journal/own' });
      const tally = new Tally();
      for await (const stored of journal.entries(1)) {
        if (!stored.redacted) tally.take(parseEntry(JSON.parse(Buffer.from(stored.payload).toString('utf8'))));
      }
      return { ...tally.result(), headSeq: journal.headSeq, headChain: journal.headChain };
    } finally {
      await journal.close();
    }
  } catch (error) {
    throw journalDamage(error);
  }
}

class Tally {
  #counter: Counter | undefined;
  #generation = 1;
  #people = 0;
  #cards = 0;
  readonly #staff = new Map<StaffId, Staff>();

  take(entry: Entry): void {
    switch (entry.kind) {
      case 'counter.enrolled':
        this.#counter = entry.facts.counter;
        return;
      case 'counter.restored':
        this.#counter = entry.facts.counter;
        this.#generation = entry.facts.generation;
        return;
      case 'staff.enrolled':
        this.#staff.set(entry.facts.staff.id, entry.facts.staff);
        return;
      case 'staff.left':
        this.#staff.delete(entry.facts.staffId);
        return;
      case 'talent.registered':
        this.#people++;
        return;
      case 'card.issued':
      case 'card.replaced':
        this.#cards++;
        return;
      case 'talent.taken-over':
        if (entry.facts.person) this.#people++;
        this.#cards++;
    }
  }

  result() {
    if (!this.#counter) throw new BackupError('backup-damaged', { file: 'journal/own' });
    const [generation, staff, people, cards] = [this.#generation, this.#staff, this.#people, this.#cards];
    return { counter: this.#counter, generation, staff, people, cards };
  }
}
