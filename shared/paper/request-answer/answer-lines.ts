import type { PersonRequest, RequestAnswer, RequestKind } from '../../domain/request/request.ts';
import { fieldNames, groundWords } from '../request-words.ts';
import type { RequestAnswerValues } from './request-answer-values.ts';

type Answered = Pick<PersonRequest, 'kind' | 'words' | 'corrected'> & { readonly answer: RequestAnswer };

const granted: Record<RequestKind, readonly string[]> = {
  see: ['同意。本窗口保存的您的个人信息见《个人信息查阅单》。'],
  correct: ['同意，下列信息已更正。此后出具的文书使用更正后的信息；已经出具的文书不变，需要换发的请告知经办人。'],
  erase: [
    '同意。本答复书出具后，本窗口计算机上与您有关的登记信息、材料扫描件和文书内容将清除，不能恢复。',
    '办件编号、卡号、办理日期和本次清除的记录予以保留，其中不含姓名、证件号码和联系方式。',
  ],
  'withdraw-consent': [
    '已登记。自答复之日起，基于您同意的可选用途停止处理您的个人信息。',
    '撤回同意不影响撤回前已进行的处理，也不影响为履行法定职责所必需的处理；已经作出的认定仍然有效。',
  ],
};

/** What was asked, what was decided and why, and how to complain (个人信息保护法 第五十条、第六十五条). */
export function answerLines({ kind, words, corrected = [], answer }: Answered): RequestAnswerValues['lines'] {
  const isGranted = answer.decision === 'granted';
  const decided = isGranted
    ? [
        ...granted[kind],
        ...(kind === 'correct' ? [`更正的项目：${corrected.map((field) => fieldNames[field]).join('、')}。`] : []),
      ]
    : ['不同意。理由如下：', ...answer.grounds.map((ground) => `${groundWords[ground]}；`)];
  return [
    { title: '请求内容' },
    { text: words },
    { title: '答复' },
    ...decided.map((text) => ({ text })),
    ...(answer.words ? [{ text: answer.words }] : []),
    { title: '如有异议' },
    { text: '可以拨打监督电话向本单位反映。' },
    { text: '可以依法向履行个人信息保护职责的部门投诉、举报。' },
    ...(isGranted ? [] : [{ text: '请求被拒绝的，可以依法向人民法院提起诉讼。' }]),
  ];
}
