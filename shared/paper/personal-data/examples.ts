import { bareOffice, longOffice, usualOffice } from '../office-head.ts';
import type { PersonalDataValues } from './personal-data-values.ts';

export const usualData: PersonalDataValues = {
  ...usualOffice,
  name: '额尔敦·巴图',
  idKind: '居民身份证',
  idNumber: '150123199003051234',
  askedBy: '本人提出',
  askedOn: '2026年11月5日',
  issuedOn: '2026年11月6日',
  handler: '乌日娜',
  sheet: '',
  lines: [
    { title: '身份信息' },
    { caption: '出生日期', text: '1990年3月5日' },
    { caption: '性别', text: '男' },
    { caption: '国籍', text: '中国' },
    { title: '联系方式' },
    { caption: '电话', text: '13800138000' },
    { title: '认定' },
    { caption: '202610000038', text: '高层次领军人才 B类，已认定，有效期至2029年11月5日' },
    { title: '文书' },
    { caption: '已打印', text: '3份' },
  ],
};

export const worstData: readonly PersonalDataValues[] = [
  { ...usualData, ...bareOffice, lines: [{ title: '身份信息' }, { caption: '出生日期', text: '1990年3月5日' }] },
  {
    ...usualData,
    ...longOffice,
    name: '黄𡶶𡢃𨰻𩇕'.repeat(11),
    idKind: '港澳居民来往内地通行证',
    askedBy: '受托代理人 阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉 提出（授权委托书存档）',
    handler: '阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉',
    lines: [
      { title: '工作信息' },
      { caption: '统一社会信用代码', text: '91150105WYLF55TH34' },
      { caption: '工作单位', text: '内蒙古某某云计算大数据科技股份有限公司'.repeat(5) },
      ...Array.from({ length: 10 }, (_, at) => ({
        caption: `材料${at + 1}`,
        text: '项目、知识产权、成果转化等相关证明材料及其说明',
      })),
    ],
  },
];
