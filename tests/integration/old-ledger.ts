import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import { type LedgerPlan, type LedgerPreview, takenAtOnce } from '../../shared/contract/taking-over-calls.ts';
import { idCheckCharacter } from '../../shared/standards/gb-11643.ts';
import { member } from './program-kit.ts';

export const ledgerHeader = [
  '姓名',
  '证件号码',
  '人才队伍',
  '层次',
  '卡号',
  '发卡日期',
  '有效期至',
  '工作单位',
  '联系电话',
  '状态',
];

/** A row of a ledger that nobody keeps: made-up people with numbers that hold; `n` tells them apart, up to 9,999. */
export function ledgerRow(n: number, more: Partial<Record<(typeof ledgerHeader)[number], string>> = {}): string[] {
  const digits = `150102${1950 + Math.floor(n / 500)}0817${String(n % 1000).padStart(3, '0')}`;
  const row: Record<string, string> = {
    姓名: `旧卡${n}`,
    证件号码: digits + idCheckCharacter(digits),
    人才队伍: '高起点技能人才',
    层次: 'D类',
    卡号: `RC-2024-${String(n).padStart(4, '0')}`,
    发卡日期: '2024年3月5日',
    有效期至: '2029.3.4',
    工作单位: '和林格尔新区云杉数据有限公司',
    联系电话: `1380471${String(n).padStart(4, '0')}`,
    状态: '正常',
    ...more,
  };
  return ledgerHeader.map((name) => row[name] ?? '');
}

export function csvFile(rows: readonly (readonly string[])[]): Blob {
  return new Blob([rows.map((row) => row.join(',')).join('\r\n')]);
}

export interface Opened {
  readonly plan: LedgerPlan;
  readonly preview: LedgerPreview;
}

/** Opens a ledger and explains its words as they explain themselves. */
export async function openLedger(desk: DeskClient, file: Blob, decisions: LedgerPlan['decisions'] = {}): Promise<Opened> {
  const { fileId, sheets } = await desk.takingOver.open({ name: '旧台账.csv', file });
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  const bare = { fileId, sheet: 0, columns: sheet.columns, words: sheet.words, decisions };
  const { tierWords, stateWords } = await desk.takingOver.preview(bare);
  const words = {
    tiers: Object.fromEntries(tierWords.flatMap(({ word, guess }) => (guess ? [[word, guess]] : []))),
    states: Object.fromEntries(stateWords.flatMap(({ word, guess }) => (guess ? [[word, guess]] : []))),
  };
  const plan = { ...bare, words };
  return { plan, preview: await desk.takingOver.preview(plan) };
}

/** Takes over all that can be, and says how many rows that were. */
export async function takeAll(desk: DeskClient, plan: LedgerPlan): Promise<number> {
  const { number: staffNumber, pin } = member('supervisor');
  const { ticket } = await desk.session.signOff({ staffNumber, pin, act: 'recognition.grant', subjectId: plan.fileId });
  await desk.takingOver.signOff({ ...plan, ticket });
  let taken = 0;
  for (let from: number | undefined = 0; from !== undefined; ) {
    const step: { taken: number; next?: number | undefined } = await desk.takingOver.take({ ...plan, from });
    taken += step.taken;
    if (step.next !== undefined && step.next !== from + takenAtOnce) throw new Error('rows were passed over');
    from = step.next;
  }
  return taken;
}
