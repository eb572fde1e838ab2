export const search = {
  label: '查找人员',
  placeholder: '姓名 / 拼音 / 证件尾号 / 手机 / 卡号 / 扫码',
  none: '没有找到。可按 F3 登记新的人员。',
  reason: {
    name: '姓名',
    pinyin: '拼音',
    'id-number': '证件号',
    phone: '手机',
    employer: '单位',
    'card-number': '卡号',
  },
} as const;
