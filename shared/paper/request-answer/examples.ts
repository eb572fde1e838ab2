import { bareOffice, longOffice, usualOffice } from '../office-head.ts';
import { answerLines } from './answer-lines.ts';
import type { RequestAnswerValues } from './request-answer-values.ts';

const on = '2026-11-06' as never;
const by = '0198c0de-0000-7000-8000-000000000001' as never;

export const usualAnswer: RequestAnswerValues = {
  ...usualOffice,
  name: '额尔敦·巴图',
  idKind: '居民身份证',
  idNumber: '150***********1234',
  askedBy: '本人提出',
  askedOn: '2026年11月5日',
  kind: '查阅、复制个人信息',
  answeredOn: '2026年11月6日',
  handler: '乌日娜',
  sheet: '',
  lines: answerLines({
    kind: 'see',
    words: '查阅本窗口保存的本人信息',
    answer: { decision: 'granted', grounds: [], answeredOn: on, answeredBy: by },
  }),
};

export const worstAnswers: readonly RequestAnswerValues[] = [
  {
    ...usualAnswer,
    ...longOffice,
    name: '黄𡶶𡢃𨰻𩇕'.repeat(11),
    askedBy: '受托代理人 阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉 提出（授权委托书存档）',
    kind: '删除个人信息',
    handler: '阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉',
    signedOffBy: '赛音吉日嘎拉·阿卜杜拉',
    lines: answerLines({
      kind: 'erase',
      words: '请删除本人在本窗口登记的全部信息，本人已不在新区工作。'.repeat(8),
      answer: {
        decision: 'refused',
        grounds: ['open-matter', 'live-card', 'waiting-approval', 'archive-period', 'not-echoed'],
        words: '认定档案按规定保管，期满后再行清除。'.repeat(6),
        answeredOn: on,
        answeredBy: by,
      },
    }),
  },
  {
    ...usualAnswer,
    ...bareOffice,
    kind: '更正、补充个人信息',
    lines: answerLines({
      kind: 'correct',
      words: '更正电话',
      corrected: ['contact.phone'],
      answer: { decision: 'granted', grounds: [], answeredOn: on, answeredBy: by },
    }),
  },
];
