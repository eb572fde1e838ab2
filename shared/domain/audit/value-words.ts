import { isOldNumber, shownNumber } from '../old-number.ts';
import { wayWords } from './entry-words.ts';

type Words = Readonly<Record<string, string>>;

/** Codes that stand as values in an entry's details, in the counter's words. */
const words: Readonly<Record<string, Words>> = {
  way: wayWords,
  collectorRole: { self: '本人', employer: '单位经办人', proxy: '受托代理人', guardian: '监护人' },
  replacement: { damaged: '卡片损坏', renamed: '姓名变更', expiring: '即将到期', lost: '遗失补办' },
  asked: {
    'grant-directly': '直接认定',
    void: '作废重制',
    cancel: '注销',
    'undo-issue': '撤回误发',
    revoke: '撤销',
    destroy: '销毁',
  },
  series: { card: '卡号', certificate: '证书编号', matter: '办件编号' },
  format: { csv: 'CSV', pdf: 'PDF' },
  paperKind: {
    'recognition-certificate': '认定证书',
    'receipt-received': '收件凭证',
    'notice-supplement': '补正材料一次性告知书',
    'card-front': '卡正面',
    'card-back': '卡背面',
    'delivery-receipt': '领取签收单',
    'loss-statement': '遗失声明',
    'advice-sheet': '咨询一次性告知单',
    'benefits-sheet': '待遇告知单',
    'privacy-notice': '个人信息处理告知书',
    'audit-list': '审计清单',
    'personal-data': '个人信息查阅单',
    'request-answer': '个人信息请求答复书',
  },
};

/** A detail's value as a person reads it; what is no code stays as it is. */
export function valueInWords(name: string, value: string): string {
  if (isOldNumber(value)) return `${shownNumber(value)}（旧卡）`;
  return words[name]?.[value] ?? value;
}
