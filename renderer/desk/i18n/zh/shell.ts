export const shell = {
  nav: {
    label: '主导航',
    home: '首页',
    register: '登记',
    matters: '办件',
    issue: '发证',
    review: '审核',
    verify: '核验',
  },
} as const;
