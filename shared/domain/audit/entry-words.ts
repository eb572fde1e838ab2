import type { EntryKind } from '../entry.ts';

/** What happened, by an entry's kind, in the counter's words: on the timeline, in the audit and in what is exported of it. */
export const entryWords = {
  counter: { enrolled: '登记窗口', restored: '由备份恢复' },
  backup: { made: '备份' },
  'number-block': { granted: '领取号段' },
  staff: { enrolled: '登记工作人员', 'pin-changed': '更改 PIN', 'pin-reset': '重设 PIN', left: '停用工作人员' },
  'sync-limit': { set: '设定不同步的期限' },
  'data-key': { replaced: '更换数据密钥', resealed: '重新加密完成' },
  vault: { recovered: '用恢复密钥恢复窗口' },
  'policy-pack': { adopted: '启用政策包' },
  session: { 'signed-in': '登录', locked: '锁定', unlocked: '解锁', 'signed-out': '退出登录', refused: '登录被拒' },
  date: { confirmed: '确认日期' },
  batch: { opened: '批量代收开始', closed: '批量代收结束' },
  talent: { registered: '登记', 'taken-over': '接收旧卡', corrected: '更正' },
  request: { received: '收到个人信息请求', answered: '答复个人信息请求' },
  'head-key': { made: '启用链头签名密钥' },
  audit: { exported: '导出审计清单' },
  person: { viewed: '查看人员页', redacted: '清除个人信息' },
  'id-number': { uncovered: '查看完整证件号' },
  recognition: {
    received: '认定收件',
    granted: '认定',
    'supplement-asked': '一次性告知补正',
    supplemented: '收到补正材料',
    withdrawn: '撤回申请',
  },
  card: {
    issued: '发卡',
    made: '制卡完成',
    voided: '卡片作废，重新制卡',
    'called-in': '通知领取',
    'handed-over': '领取',
    'reported-lost': '挂失',
    restored: '解挂',
    suspended: '暂停',
    resumed: '恢复',
    cancelled: '注销',
    'issue-undone': '撤回误发',
    revoked: '撤销',
    'taken-back': '收回旧卡',
    destroyed: '销毁',
    replaced: '换发新卡',
  },
  paper: { printed: '打印文书' },
  advice: { given: '咨询' },
  approval: { requested: '提交待审', declined: '未批准', withdrawn: '撤回待审', acknowledged: '已阅未批准' },
  matters: { 'handed-over': '交接', 'taken-on': '接办' },
} as const;

/** What an entry's details are called. */
export const detailWords = {
  corrected: '更正的项目',
  request: '请求',
  decision: '决定',
  asked: '要办的事',
  to: '交给',
  note: '说明',
  number: '办件编号',
  team: '队伍',
  tier: '层次',
  way: '方式',
  body: '批准机关',
  reference: '文号/会议纪要',
  signedOffBy: '签核人',
  certificateNumber: '证书编号',
  cardNumber: '卡号',
  replaces: '代替旧卡',
  replacement: '换发原因',
  collector: '领取人',
  collectorRole: '身份',
  validTo: '有效期至',
  paperKind: '文书',
  employer: '单位',
  ledgerRow: '台账所在行',
  scan: '查看的是',
  reason: '原因',
  items: '项数',
  dueOn: '期限',
  on: '日期',
  counter: '窗口代码',
  series: '编号种类',
  range: '年度和起止',
  member: '人员',
  pack: '政策包',
  kid: '密钥编号',
  format: '格式',
} as const;

/** How somebody was recognised. */
export const wayWords = { direct: '直接认定', approval: '批准机关批准', 'taken-over': '接收旧卡（原已认定）' } as const;

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** An entry's kind in words; its code where a newer program wrote it. */
export function kindInWords(kind: EntryKind | (string & {})): string {
  const [noun = '', act = ''] = kind.split('.');
  return (entryWords as Table)[noun]?.[act] ?? kind;
}
