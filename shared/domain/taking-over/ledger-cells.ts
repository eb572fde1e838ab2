import type { Tidied } from '../../standards/tidied.ts';
import { type LedgerColumns, type LedgerField, requiredLedgerFields } from './ledger-columns.ts';

export interface LedgerProblem {
  readonly field: LedgerField;
  /** A stable code, the same as the registration page's where it has one. */
  readonly code: string;
  /** What the row says there. */
  readonly value: string;
}

/** A row's cells by what they say, and what was found about them on the way. */
export class LedgerCells {
  readonly problems: LedgerProblem[] = [];
  /** Fields that were mended (full-width signs, spaces, the form of a date), to be shown. */
  readonly mended: LedgerField[] = [];
  readonly #row: readonly string[];
  readonly #columns: LedgerColumns;

  constructor(row: readonly string[], columns: LedgerColumns) {
    this.#row = row;
    this.#columns = columns;
  }

  raw(field: LedgerField): string {
    const column = this.#columns[field];
    return column === undefined ? '' : (this.#row[column] ?? '');
  }

  problem(field: LedgerField, code: string): void {
    this.problems.push({ field, code, value: this.raw(field).slice(0, 100) });
  }

  noteMended(field: LedgerField): void {
    if (!this.mended.includes(field)) this.mended.push(field);
  }

  /** The mended value; empty where the row says nothing, which is a problem of a required field and of no other. */
  read(field: LedgerField, mend: (text: string) => Tidied<string>, check: (text: string) => string | undefined): string {
    const { text, changes } = mend(this.raw(field));
    if (changes.length > 0) this.noteMended(field);
    if (text === '') {
      if ((requiredLedgerFields as readonly LedgerField[]).includes(field)) this.problem(field, 'required');
      return '';
    }
    const code = check(text);
    if (code) this.problem(field, code);
    return text;
  }
}
