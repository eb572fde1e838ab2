/** Refusals of backing up and restoring, and of what a restored counter may not do yet. */
export const backupRefusals = {
  'numbers-frozen': {
    happened: '本窗口由备份恢复，原有的{{series}}已冻结：丢失的电脑在备份之后可能用过。',
    safe: '没有重号，已保存的记录都在。',
    next: '请管理员在“设置”里添加新分配的号段，再继续。',
  },
  'backup-running': { happened: '已经在备份或恢复了。', safe: '', next: '请等它做完，或先取消。' },
  'backup-place-missing': { happened: '还没有选备份位置。', safe: '', next: '请先选一个 U 盘或文件夹。' },
  'backup-target-full': {
    happened: '备份位置空间不够，还差约 {{lackingMebibytes}} MB。',
    safe: '以前的备份仍可用，窗口数据没有改动。',
    next: '请腾出空间或换一个 U 盘，再备份一次；已复制的不会重来。',
  },
  'backup-target-gone': {
    happened: '备份位置不见了，U 盘可能被拔出。',
    safe: '窗口数据没有改动；以前做完的备份仍可用。',
    next: '请插回 U 盘再做一次；已复制的不会重来。',
  },
  'backup-target-read-only': {
    happened: '备份位置写不进去或读不出来。',
    safe: '窗口数据没有改动。',
    next: '请检查 U 盘的写保护开关和文件夹权限，或换一个位置。',
  },
  'backup-target-inside': {
    happened: '这个位置在本窗口的数据文件夹里，数据丢了备份也会一起丢。',
    safe: '没有写入。',
    next: '请选 U 盘或别处的文件夹。',
  },
  'backup-target-unsound': {
    happened: '写进备份位置的内容读回来不一样（{{file}}）。',
    safe: '这次备份不算数；窗口数据没有改动。',
    next: '这个 U 盘可能已坏，请换一个再备份。',
  },
  'backup-source-unreadable': {
    happened: '本机的文件 {{file}} 读不出来，或与记录不符。',
    safe: '这次没有做成，以前的备份仍可用。',
    next: '请记下文件名，联系管理员检查这台电脑的磁盘。',
  },
  'backup-cancelled': {
    happened: '已取消。',
    safe: '窗口数据没有改动；以前的备份仍可用。',
    next: '可以随时再做，已复制的不会重来。',
  },
  'backup-not-found': { happened: '这里没有本程序的备份。', safe: '没有改动。', next: '请选备份所在的 U 盘或文件夹。' },
  'backup-unfinished': {
    happened: '这里的备份没有做完，不能用来恢复。',
    safe: '没有改动。',
    next: '请换一个做完的备份；原电脑还在的话，再备份一次。',
  },
  'backup-damaged': {
    happened: '备份里的文件 {{file}} 缺失或已损坏。',
    safe: '没有恢复任何内容，备份也没有改动。',
    next: '请换另一个备份，或把文件名告诉管理员。',
  },
  'backup-not-genuine': {
    happened: '备份清单不是用这把密钥做的，或被人改过。',
    safe: '没有恢复任何内容。',
    next: '请换另一个备份，并查清这个从哪里来。',
  },
  'backup-newer': { happened: '备份是由更新的程序版本做的。', safe: '没有改动。', next: '请安装最新版本的程序再恢复。' },
  'backup-of-trial': {
    happened: '这是试用数据的备份，不能恢复成正式窗口。',
    safe: '没有改动。',
    next: '请换正式窗口的备份；要试用，请直接点“试用”。',
  },
} as const;
