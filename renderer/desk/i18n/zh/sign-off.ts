export const signOff = {
  beside: '请主管亲自输入，经办人回避。',
  staffNumber: '主管工号',
  pin: '主管 PIN',
} as const;
