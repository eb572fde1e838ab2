import { bareOffice, longOffice, usualOffice } from '../office-head.ts';
import type { AdviceSheetValues } from './advice-values.ts';

export const usualAdvice: AdviceSheetValues = {
  ...usualOffice,
  advisedOn: '2026年11月5日',
  handler: '乌日娜',
  visitor: '王女士',
  note: '下周带材料来',
  lines: [
    { title: '租房补贴', term: '承诺件 · 承诺时限15个工作日' },
    { caption: '办理条件', text: '已获得新区人才认定，认定在有效期内' },
    { text: '在新区工作，本人及配偶在新区没有自有住房' },
    { caption: '所需材料', text: '身份证件', sheets: '原件1份 复印件1份' },
    { text: '住房租赁合同', sheets: '原件1份 复印件1份' },
    { text: '个人名下没有住房的书面声明', sheets: '原件1份' },
    { title: '云谷人才卡（首次办理）', term: '即办件 · 当场办结' },
    { caption: '办理条件', text: '已获得新区人才认定，认定在有效期内' },
    { caption: '所需材料', text: '身份证件', sheets: '出示即可' },
    { caption: '办理地点', text: '人才服务窗口' },
    { caption: '说明', text: '由他人代领的，代领人带本人身份证件和授权委托书' },
  ],
};

const { visitor: _visitor, note: _note, ...unnamed } = usualAdvice;
const long =
  '在新区依法注册的企业或者其他用人单位工作，签订劳动合同、项目合作协议或者技术指导协议，并按规定缴纳社会保险和个人所得税的人员，以及符合条件的柔性引进人员';

export const worstAdvice: readonly AdviceSheetValues[] = [
  { ...unnamed, ...bareOffice, lines: [{ title: '人才认定', term: '承诺件' }] },
  {
    ...usualAdvice,
    ...longOffice,
    handler: '阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉',
    visitor: '阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉',
    note: '材料备齐以后请在工作日上午到窗口办理'.repeat(5),
    lines: Array.from({ length: 5 }, () => [
      { title: '专家公寓、人才公寓和保障性租赁住房申请', term: '承诺件 · 承诺时限120个工作日' },
      { caption: '办理条件', text: long },
      { caption: '所需材料', text: '身份证件', sheets: '原件10份 复印件20份' },
      { text: '项目、知识产权、成果转化等相关证明材料及其说明', sheets: '原件10份 复印件20份' },
      { text: '劳动合同', sheets: '复印件1份' },
      { text: '学位证书', sheets: '复印件1份' },
      { caption: '说明', text: long },
    ]).flat(),
  },
];
