import { longOffice, usualOffice } from '../office-head.ts';
import type { AuditListValues } from './audit-list-values.ts';

const row = {
  seq: '1204',
  at: '2026-11-25 14:03:22',
  staff: '王敏 1001',
  kind: '发卡',
  person: '阿拉坦其其格',
  details: '卡号：202610000017；有效期至：2029-11-24',
};

export const usualList: AuditListValues = {
  trial: false,
  sample: false,
  office: usualOffice.office,
  origin: '窗口 A01 · 导出人 赵文娟 8001 · 2026-11-25 16:20:08',
  filter: '经办人 王敏 1001 · 2026-11-01 至 2026-11-25 · 共 3 条',
  anchored: '已锚定到第 1198 条，共 1204 条 · 密钥 Qm3vX0tkZ1c',
  page: '第1页 共1页',
  rows: [
    row,
    { ...row, seq: '1203', at: '2026-11-25 14:02:10', kind: '查看完整证件号', details: '原因：核对原件' },
    { ...row, seq: '1190', at: '2026-11-24 09:00:01', kind: '登录', person: '', details: '' },
  ],
};

const longRow = {
  seq: '12345678',
  at: '2026-11-25 14:03:22',
  staff: '阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉·阿卜杜拉·买买提·吐尔 ABCDEFGHIJKL',
  kind: '卡片作废，重新制卡',
  person: '阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉·阿卜杜拉·买买提·吐尔逊',
  details:
    '要办的事：作废重制；卡号：202610000017；原因：打印机卡纸，卡面有划痕，已当场剪断并登记在册，由主管在场核对；说明：请主管看一下，材料都在卷里，明天上午来取；签核人：阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉；文书：补正材料一次性告知书；期限：2026-12-31；项数：20',
};

export const worstLists: readonly AuditListValues[] = [
  { ...usualList, trial: true, rows: [], filter: '全部 · 共 0 条' },
  {
    ...usualList,
    trial: true,
    sample: true,
    office: longOffice.office,
    filter:
      '人员 阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉 · 经办人 阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉 1001 · 类别 卡片作废，重新制卡 · 2026-11-01 至 2026-11-25 · 共 2000 条',
    page: '第84页 共84页',
    rows: Array.from({ length: 24 }, () => longRow),
  },
];
