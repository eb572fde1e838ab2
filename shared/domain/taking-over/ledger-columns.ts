import { z } from 'zod';
import { foldFullWidth, withoutSpaces } from '../../standards/tidied.ts';

/** What an older ledger may say of a card and its holder. */
export const ledgerField = z.enum([
  'name',
  'idNumber',
  'idKind',
  'cardNumber',
  'certificateNumber',
  'team',
  'tier',
  'issuedOn',
  'validTo',
  'state',
  'employer',
  'uscc',
  'phone',
  'sex',
  'birthDate',
  'nationality',
]);
export type LedgerField = z.infer<typeof ledgerField>;

/** Most columns a sheet may have; what lies beyond is no ledger. */
export const maxLedgerColumns = 256;

/** Which column (from 0) says what. A column that says nothing of these is kept with the row's words all the same. */
export const ledgerColumns = z.partialRecord(
  ledgerField,
  z
    .int()
    .min(0)
    .max(maxLedgerColumns - 1),
);
export type LedgerColumns = z.infer<typeof ledgerColumns>;

/** Without these a row can't be taken over. */
export const requiredLedgerFields = ['name', 'idNumber', 'cardNumber', 'tier'] as const satisfies readonly LedgerField[];

/** The names that offices give their columns, the usual one first. */
const usualNames: Readonly<Record<LedgerField, readonly string[]>> = {
  name: ['姓名', '持卡人', '持卡人姓名', '人才姓名'],
  idNumber: ['证件号码', '身份证号', '身份证号码', '证件号', '身份证', '公民身份号码'],
  idKind: ['证件类型', '证件种类', '证件名称'],
  cardNumber: ['卡号', '人才卡号', '卡编号', '编号', '人才卡编号'],
  certificateNumber: ['证书编号', '证书号', '认定证书编号'],
  team: ['队伍', '人才队伍', '人才类别', '类别'],
  tier: ['等级', '层次', '人才层次', '人才等级', '认定层次', '等级/层次'],
  issuedOn: ['发卡日期', '发证日期', '办卡日期', '发卡时间', '认定日期'],
  validTo: ['有效期至', '有效期', '到期日期', '有效期限', '截止日期'],
  state: ['状态', '卡状态', '卡片状态'],
  employer: ['工作单位', '单位', '单位名称', '用人单位'],
  uscc: ['统一社会信用代码', '信用代码', '社会信用代码'],
  phone: ['手机', '手机号', '手机号码', '联系电话', '电话', '联系方式'],
  sex: ['性别'],
  birthDate: ['出生日期', '出生年月日', '生日'],
  nationality: ['国籍', '国籍/地区'],
};

const fold = (name: string) => withoutSpaces(foldFullWidth(name)).replace(/[（(].*[)）]$/u, '');

/** Which columns a header's names speak of: the usual names first; of two alike, the first column. */
export function guessLedgerColumns(header: readonly string[]): LedgerColumns {
  const names = header.slice(0, maxLedgerColumns).map(fold);
  const columns: LedgerColumns = {};
  for (const field of ledgerField.options) {
    const usual = usualNames[field].find((name) => names.includes(name));
    if (usual !== undefined) columns[field] = names.indexOf(usual);
  }
  return columns;
}

/** Rows among which the header is looked for: a title and a note may stand above it. */
const headerWithin = 10;

/** Where the header stands (from 0): the first row with three known names, else the first that says anything; -1 where none does. */
export function findHeader(rows: readonly (readonly string[])[]): number {
  const first = rows.slice(0, headerWithin);
  const known = first.findIndex((row) => Object.keys(guessLedgerColumns(row)).length >= 3);
  return known >= 0 ? known : first.findIndex((row) => row.some((cell) => cell !== ''));
}
