export const signOff = {
  beside: '请主管亲自输入，经办人回避。',
  signs: '签核事项：{{what}}',
  what: {
    recognition: '直接认定 {{name}} 为“{{tier}}”，办件 {{number}}',
    card: '{{act}}：{{name}} 的卡 {{number}}',
    date: '确认今天是 {{today}}',
    number: '采用证件号码 {{number}}，与图像“{{image}}”一致',
    ledger: '接收台账《{{name}}》{{count}} 行，各列和用语按现在的对应',
    correction: '更正 {{name}} 的{{fields}}，按所附证件图像',
    answer: '对 {{name}} 的个人信息请求（{{kind}}）答复：{{decision}}',
    pin: '重设 {{name}}（{{number}}）的 PIN，新 PIN 由本人输入',
  },
  staffNumber: '主管工号',
  pin: '主管 PIN',
  witness: {
    beside: '由一位主管或另一位管理员见证；登录着的管理员和 PIN 的主人都不行。',
    staffNumber: '见证人工号',
    pin: '见证人 PIN',
  },
} as const;
