import type { LedgerPlan } from '../../shared/contract/taking-over-calls.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { type JudgedRow, judgeRows } from '../../shared/domain/taking-over/judge-rows.ts';
import { readLedgerRow } from '../../shared/domain/taking-over/ledger-row.ts';
import { knownHere } from './known-here.ts';
import type { DeskRoom } from './open-counter.ts';
import { getLedgerFile, type LedgerFile, type LedgerSheet } from './opened-ledger.ts';

export interface JudgedLedger {
  readonly plan: LedgerPlan;
  readonly file: LedgerFile;
  readonly sheet: LedgerSheet;
  readonly rows: readonly JudgedRow[];
  /** How many people were on record then: whoever came later is nobody that an answer knows of. */
  readonly peopleThen: number;
  /** Those of them who came from this file. */
  readonly takenSince: Set<PersonId>;
}

/** Every row with its answer, as things stand. Refuses `not-found`. */
export function judgeLedger(room: DeskRoom, plan: LedgerPlan): JudgedLedger {
  const counter = room.counter();
  const file = getLedgerFile(counter, plan.fileId);
  const sheet = file.sheets[plan.sheet] ?? refuse('not-found', { what: 'sheet' });
  const today = room.clock.today();
  const { columns, words, decisions } = plan;
  const reading = { header: sheet.header, columns, words, pack: counter.packs.current(), today };
  const rows = sheet.rows.map(({ row, cells }) => readLedgerRow(row, cells, reading));
  const here = knownHere(counter, today);
  return {
    plan,
    file,
    sheet,
    rows: judgeRows(rows, { here, today, decisions }),
    peopleThen: counter.ledger.peopleCount(),
    takenSince: new Set(),
  };
}
