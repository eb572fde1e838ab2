import { bareOffice, longOffice, usualOffice } from '../office-head.ts';
import type { PrivacyNoticeValues } from './notice-values.ts';

export const usualNotice: PrivacyNoticeValues = {
  ...usualOffice,
  version: '1',
  purposes: [{ name: '人才认定和层级提升' }, { name: '云谷人才卡的制作、发放和核验' }, { name: '住房和补贴等待遇的办理' }],
  paragraphs: [
    { text: '本单位为履行法定职责、办理您申请的人才服务事项，依照《个人信息保护法》处理您的个人信息，并向您告知下列情况。' },
    { text: '处理的信息：姓名、证件种类和号码、照片、学历职称、用人单位、联系方式，以及您为办理事项提交的材料。' },
    { text: '您可以向本窗口要求查阅、复制、更正您的个人信息。' },
  ],
  name: '额尔敦·巴图',
  idKind: '居民身份证',
  maskedIdNumber: '150***********1234',
};

const { name: _name, idKind: _kind, maskedIdNumber: _number, ...blank } = usualNotice;

export const worstNotices: readonly PrivacyNoticeValues[] = [
  { ...blank, ...bareOffice, purposes: [] },
  {
    ...usualNotice,
    ...longOffice,
    version: '2026.11-示例-00001',
    name: '黄𡶶𡢃𨰻𩇕'.repeat(11),
    idKind: '港澳居民来往内地通行证',
    purposes: Array.from({ length: 8 }, () => ({ name: '住房补贴、人才公寓和保障性租赁住房等待遇的申请、审核和发放' })),
    paragraphs: Array.from({ length: 9 }, () => ({
      text: '本单位为履行法定职责、办理您申请的人才服务事项处理您的个人信息，只在办理所需的范围内使用，按规定的期限保存。'.repeat(
        2,
      ),
    })),
  },
];
