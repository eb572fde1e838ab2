import type { ErasureGround, RequestAsker, RequestKind } from '../domain/request/request.ts';
import type { CorrectedField } from '../domain/talent/correction.ts';

/** What papers call the four requests. */
export const requestKindNames: Record<RequestKind, string> = {
  see: '查阅、复制个人信息',
  correct: '更正、补充个人信息',
  erase: '删除个人信息',
  'withdraw-consent': '撤回同意',
};

/** Who brought it. */
export function askedBy(asker: RequestAsker): string {
  return asker.role === 'self' ? '本人提出' : `受托代理人 ${asker.name} 提出（授权委托书存档）`;
}

/** Why data can't be erased yet, as the answer gives it. */
export const groundWords: Record<ErasureGround, string> = {
  'open-matter': '有正在办理的事项，办结前需要使用该信息',
  'live-card': '有在用的人才卡，注销前需要使用该信息',
  'card-to-issue': '认定在有效期内，人才卡尚未发放',
  'waiting-approval': '有等待审核的事项',
  'open-request': '有尚未答复的其他个人信息请求',
  'unfinished-form': '有尚未办完的登记或申请表',
  'paper-printing': '有尚未打印完的文书',
  'archive-period': '认定档案的保管期限未满',
  'not-echoed': '信息正在报送，尚未收到接收确认',
};

/** Fields as a correction names them. */
export const fieldNames: Record<CorrectedField, string> = {
  'document.kind': '证件种类',
  'document.number': '证件号码',
  'document.validFrom': '证件有效期起',
  'document.validTo': '证件有效期止',
  'identity.name': '姓名',
  'identity.formerName': '曾用名',
  'identity.latinName': '拉丁字母姓名',
  'identity.sex': '性别',
  'identity.birthDate': '出生日期',
  'identity.nationality': '国籍',
  'identity.householdPlace': '户籍地',
  'employment.employerName': '工作单位',
  'employment.uscc': '统一社会信用代码',
  'employment.position': '职务',
  'contact.phone': '电话',
  'contact.email': '电子邮箱',
  'contact.residence': '居住地',
};
