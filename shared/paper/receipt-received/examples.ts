import type { ReceiptValues } from './receipt-values.ts';

export const usualReceipt: ReceiptValues = {
  trial: false,
  sample: false,
  office: '新区人才服务中心',
  address: '新区政务服务大厅二楼人才服务窗口',
  enquiryPhone: '0471-0000000',
  supervisionPhone: '0471-0000001',
  matterNumber: '202610000038',
  receivedOn: '2026年11月5日',
  applicant: '额尔敦·巴图',
  idKind: '居民身份证',
  maskedIdNumber: '150***********1234',
  employer: '内蒙古云谷数据科技有限公司',
  matter: '人才认定',
  appliedFor: '高层次领军人才 B类',
  promised: '20个工作日',
  handler: '乌日娜',
  materials: [
    { name: '职称或学位证书', originals: '1', copies: '2' },
    { name: '代表性成果', copies: '1' },
  ],
};

export const worstReceipts: readonly ReceiptValues[] = [
  { ...usualReceipt, trial: true, sample: true, address: '', enquiryPhone: '', supervisionPhone: '', materials: [] },
  {
    ...usualReceipt,
    trial: true,
    sample: true,
    office: '内蒙古自治区某某新区人才服务中心某某园区人才服务窗口',
    address: '内蒙古自治区某某市某某县某某镇某某路某某号某某政务服务中心某某楼某某区某某号人才服务窗口'.repeat(2),
    applicant: '黄𡶶𡢃𨰻𩇕'.repeat(11),
    idKind: '港澳居民居住证',
    employer: '内蒙古某某云计算大数据科技股份有限公司'.repeat(5),
    handler: '阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉',
    materials: Array.from({ length: 20 }, (_, at) => ({
      name: at % 3 === 0 ? '项目、知识产权、成果转化等相关证明材料及其说明，以及其他能够反映创新能力和贡献的材料' : '学位证书',
      originals: '10',
      copies: '20',
    })),
  },
];
