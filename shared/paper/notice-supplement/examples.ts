import type { NoticeValues } from './notice-values.ts';

export const usualNotice: NoticeValues = {
  trial: false,
  sample: false,
  office: '新区人才服务中心',
  address: '新区政务服务大厅二楼人才服务窗口',
  enquiryPhone: '0471-0000000',
  supervisionPhone: '0471-0000001',
  matterNumber: '202610000038',
  askedOn: '2026年11月5日',
  applicant: '额尔敦·巴图',
  idKind: '居民身份证',
  maskedIdNumber: '150***********1234',
  employer: '内蒙古云谷数据科技有限公司',
  matter: '人才认定',
  appliedFor: '高层次领军人才 B类',
  dueCaption: '补正期限（未计法定节假日）',
  due: '2026年11月12日（5个工作日）',
  handler: '乌日娜',
  items: [
    { name: '职称或学位证书', reason: '复印件未与原件核对' },
    { name: '代表性成果', reason: '缺少：请提供近五年的成果' },
  ],
};

export const worstNotices: readonly NoticeValues[] = [
  {
    ...usualNotice,
    trial: true,
    sample: true,
    office: '内蒙古自治区某某新区人才服务中心某某园区人才服务窗口',
    address: '',
    enquiryPhone: '',
    supervisionPhone: '',
    applicant: '黄𡶶𡢃𨰻𩇕'.repeat(11),
    employer: '内蒙古某某云计算大数据科技股份有限公司'.repeat(5),
    handler: '阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉',
    items: Array.from({ length: 20 }, (_, at) => ({
      name: at % 3 === 0 ? '项目、知识产权、成果转化等相关证明材料及其说明' : '学位证书',
      reason:
        at % 2 === 0
          ? '不一致：证书姓名与身份证件姓名不同，请提供公安机关出具的更名证明，或由发证单位出具加盖公章的情况说明，原件一份'
          : '缺少',
    })),
  },
];
