export const signIn = {
  title: '登录',
  staffNumber: '工号',
  pin: 'PIN',
  submit: '登录',
  sample: { caption: '试用人员（点姓名填入）', name: '姓名', role: '岗位' },
  locked: { title: '窗口已锁定', words: '草稿和记录都已保存。输入 PIN 继续。', unlock: '解锁', other: '换人登录' },
  enrol: {
    title: '这台电脑还不是窗口',
    words: '请选择怎样开始。',
    trial: '试用',
    trialWords: '用示例人员和示例号段试办全部业务，不联网。数据单独存放，文书都印有“试用”。',
  },
  starting: {
    title: '正在启动',
    replay: '正在读取本机的业务日志',
    rebuild: '正在由业务日志重建记录库，记录没有丢失',
    count: '{{done}} / {{total}} 条',
  },
  stopped: {
    title: '启动已停止',
    safe: '没有改动任何数据。',
    log: '日志',
    frame: '损坏处的记录号',
    file: '文件',
    reason: {
      'journal-damaged': '业务日志中间有一处损坏，不能确认其后的记录。',
      'journal-behind': '业务日志比程序记得的少，可能被旧备份覆盖。',
      'newer-version': '数据是由更新的程序版本写的。',
      'disk-full': '磁盘满了，不能安全启动。',
    },
    next: {
      'journal-damaged': '请不要移动或删除数据文件夹。记下上面的记录号和文件名，联系管理员，用备份恢复该文件后再启动。',
      'journal-behind': '请不要继续办理。联系管理员，找回最近的数据文件夹后再启动。',
      'newer-version': '请安装最新版本的程序后再启动。',
      'disk-full': '请腾出至少 1 GB 空间后再启动。',
    },
  },
} as const;
