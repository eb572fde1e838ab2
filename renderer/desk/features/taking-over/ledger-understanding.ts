import type { LedgerPlan, LedgerPreview } from '../../../../shared/contract/taking-over-calls.ts';
import {
  type LedgerColumns,
  type LedgerField,
  requiredLedgerFields,
} from '../../../../shared/domain/taking-over/ledger-columns.ts';
import type { LedgerWords } from '../../../../shared/domain/taking-over/ledger-words.ts';

/** Fields without which no row can be answered, and that have no column yet. A team's column alone says the tier, too. */
export function missingFields(columns: LedgerColumns): LedgerField[] {
  return requiredLedgerFields.filter(
    (field) => columns[field] === undefined && !(field === 'tier' && columns.team !== undefined),
  );
}

/** A field moved to a column, or to none; a column says one thing only. */
export function withColumn(columns: LedgerColumns, field: LedgerField, column: number | undefined): LedgerColumns {
  const others = Object.entries(columns).filter(([name, at]) => name !== field && at !== column);
  return Object.fromEntries(column === undefined ? others : [...others, [field, column]]) as LedgerColumns;
}

/** The words with what explains itself filled in; undefined where there is nothing to add. */
export function explained(words: LedgerWords, { tierWords, stateWords }: LedgerPreview): LedgerWords | undefined {
  const tiers = tierWords.flatMap(({ word, guess }) =>
    guess && !Object.hasOwn(words.tiers, word) ? [[word, guess] as const] : [],
  );
  const states = stateWords.flatMap(({ word, guess }) =>
    guess && !Object.hasOwn(words.states, word) ? [[word, guess] as const] : [],
  );
  if (tiers.length + states.length === 0) return undefined;
  return {
    tiers: { ...words.tiers, ...Object.fromEntries(tiers) },
    states: { ...words.states, ...Object.fromEntries(states) },
  };
}

/** Rows that would be taken over now. */
export function takeableRows({ counts }: LedgerPreview): number {
  return counts.ready + counts['same-person'];
}

export type Decision = LedgerPlan['decisions'][string];

/** Seconds that the rest will take, at the pace so far. */
export function secondsLeft({ done, total, elapsedMs }: { done: number; total: number; elapsedMs: number }): number {
  return done === 0 ? 0 : Math.ceil(((elapsedMs / done) * (total - done)) / 1000);
}
