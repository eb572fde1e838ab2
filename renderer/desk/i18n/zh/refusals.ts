import type { RefusalCode } from '../../../../shared/domain/refusal.ts';

/** What happened, what is safe, what to do next. `safe` may be empty where nothing was at risk. */
export interface RefusalWord {
  happened: string;
  safe: string;
  next: string;
}

export const refusals = {
  'signed-out': { happened: '已退出登录。', safe: '草稿和已保存的记录都在。', next: '请用工号和 PIN 登录，再继续。' },
  'session-locked': { happened: '窗口已锁定。', safe: '草稿和已保存的记录都在。', next: '请输入 PIN 解锁。' },
  'not-allowed': { happened: '您的岗位不能做这一步。', safe: '没有改动任何记录。', next: '请有权限的同事来办。' },
  'wrong-credentials': { happened: '工号或 PIN 不对。', safe: '', next: '请核对后再输一次。' },
  'too-many-attempts': {
    happened: '输错次数太多，登录暂停。',
    safe: '记录都在，没有丢失。',
    next: '请等 {{waitSeconds}} 秒后再试。',
  },
  'already-enrolled': { happened: '这台电脑已经登记过窗口。', safe: '原来的记录没有改动。', next: '请直接登录。' },
  'not-enrolled': { happened: '这台电脑还没有登记窗口。', safe: '', next: '请先选择“试用”或“正式启用”。' },
  'counter-folder-taken': {
    happened: '正式数据的位置上有别的窗口留下的文件，没有建立。',
    safe: '原有的文件没有改动。',
    next: '请管理员先查清数据文件夹里的 counter 从哪里来，移走后再试。',
  },
  'passphrase-needed': {
    happened: '启动后首次登录要输入办公口令。',
    safe: '记录都在，没有丢失。',
    next: '请输入办公口令后再登录。',
  },
  'passphrase-wrong': { happened: '办公口令不对。', safe: '记录都在，没有丢失。', next: '请对照抄写的六个词，逐词核对后再输。' },
  'keyring-unavailable': {
    happened: '这台电脑的系统钥匙串打不开。',
    safe: '记录都在，没有丢失。',
    next: '请先退出电脑账户再登录一次；还不行请联系管理员。',
  },
  'own-access': {
    happened: '不能停用自己的登录，这样窗口始终有一位管理员。',
    safe: '没有改动。',
    next: '请另一位管理员来办。',
  },
  'sample-member': {
    happened: '试用的示例人员和他们的 PIN 供大家试用，不能改动。',
    safe: '没有改动。',
    next: '请由管理员在“设置”里添加人员来试。',
  },
  'sign-off-needed': { happened: '这一步要第二个人签核。', safe: '没有改动任何记录。', next: '请主管输入工号和 PIN。' },
  'second-person-needed': {
    happened: '签核人不能是您本人，且须有签核权限。',
    safe: '没有改动任何记录。',
    next: '请另一位主管签核。',
  },
  'not-found': { happened: '找不到这条记录。', safe: '没有改动任何记录。', next: '请返回后重新查找。' },
  'bad-input': { happened: '有内容填得不对，没有提交。', safe: '填好的内容都在。', next: '请改正标出的项目。' },
  'already-registered': {
    happened: '这个证件号码已经登记过。',
    safe: '没有重复登记，填好的内容都在。',
    next: '请打开已有的人员。',
  },
  'alike-undecided': {
    happened: '有与此人相近的登记，还没有确认是不是同一人，没有登记。',
    safe: '填好的内容都在。',
    next: '请逐一对照右侧列出的人：是同一人就打开该人，不是就注明“不是同一人”。',
  },
  'batch-open': {
    happened: '该单位和经办人已有一批正在代收。',
    safe: '没有改动任何记录。',
    next: '请接着那一批登记，或先结束那一批。',
  },
  'field-refused': { happened: '有项目没有通过检查，没有提交。', safe: '填好的内容都在。', next: '请改正标出的项目。' },
  'tier-not-in-pack': { happened: '现行政策包里没有这个层次。', safe: '没有改动任何记录。', next: '请重新选择队伍和层次。' },
  'tier-not-direct': { happened: '这个层次不能在窗口直接认定。', safe: '没有改动任何记录。', next: '请录入批准机关的批准。' },
  'not-in-this-state': {
    happened: '现在的状态是“{{status}}”，不能做这一步。',
    safe: '没有改动任何记录。',
    next: '请刷新后看下一步。',
  },
  'recognition-open': { happened: '此人已有一件认定在办。', safe: '没有重复收件。', next: '请打开在办的那一件。' },
  'recognition-in-force': { happened: '此人已有有效的认定。', safe: '没有重复收件。', next: '请打开已有的认定。' },
  'live-card-exists': {
    happened: '此人已有一张有效的卡：{{cardNumber}}。',
    safe: '没有占用新的卡号。',
    next: '请用原卡，或先办换发、补办。',
  },
  'not-recognised': { happened: '此人还没有有效的认定。', safe: '没有占用卡号。', next: '请先办理认定。' },
  'number-block-exhausted': {
    happened: '{{series}}已经用完。',
    safe: '没有重号，已保存的记录都在。',
    next: '请管理员领取新的号段。',
  },
  'character-not-drawable': {
    happened: '有字印不出来：{{characters}}。',
    safe: '没有打印，没有出错字的纸。',
    next: '请对照证件核对该字，或报管理员补充字库。',
  },
  'text-does-not-fit': { happened: '“{{text}}”太长，印不下。', safe: '没有打印，没有截断。', next: '请核对该项内容。' },
  'qr-too-long': { happened: '卡面二维码装不下这些内容。', safe: '没有打印。', next: '请报管理员。' },
  'photo-damaged': {
    happened: '照片取不出来或已损坏。',
    safe: '没有打印，没有出缺照片的证件。',
    next: '请重新拍摄或导入照片，再打印。',
  },
  'paper-not-available': { happened: '现在不能出这份文书：{{kind}}。', safe: '没有打印。', next: '请先完成前面的步骤。' },
  'printer-unavailable': {
    happened: '打印机“{{printer}}”用不了：{{reason}}。',
    safe: '记录已保存，打印任务留在队列里。',
    next: '请检查打印机，再从打印队列重试。',
  },
  'file-not-accepted': {
    happened: '这个文件不能收：{{reason}}。',
    safe: '没有存入。',
    next: '请换成 PDF、JPEG 或 PNG 的扫描件。',
  },
  'date-questionable': {
    happened: '电脑日期是 {{today}}，早于最近一条记录的 {{lastEntry}}。',
    safe: '没有打印，没有写入错误的日期。',
    next: '请校正电脑的日期；日期无误时，请主管在窗口下方状态栏确认。',
  },
  'approval-waiting': {
    happened: '这一步已经提交待审，还没有审核。',
    safe: '没有重复提交，也没有改动任何记录。',
    next: '请等主管审核；要改，请提交人先撤回。',
  },
  'approval-over': { happened: '这件待审{{state}}，不能再办。', safe: '没有改动任何记录。', next: '请回到列表看最新的情况。' },
  'belongs-to-another': {
    happened: '这是别人提交或别人经手的。',
    safe: '没有改动任何记录。',
    next: '请本人来办；本人不在，请主管代为交接。',
  },
  'attachment-damaged': {
    happened: '这份扫描件或照片的文件已损坏或丢失。',
    safe: '记录本身都在，其他材料不受影响。',
    next: '请重新扫描原件并存入，或请管理员用备份恢复。',
  },
  'disk-full': {
    happened: '磁盘将满，没有写入。',
    safe: '已确认的记录都在，没有丢失。',
    next: '请腾出空间（至少 1 GB），再点一次。',
  },
  'file-not-saved': {
    happened: '文件没有存成：存放文书的文件夹写不进去。',
    safe: '窗口的数据没有改动。',
    next: '请确认该文件夹还在、没有拔出 U 盘，再点一次。',
  },
  'records-unavailable': { happened: '记录库正在恢复。', safe: '已确认的记录都在，没有丢失。', next: '请稍等几秒再试。' },
} as const satisfies Record<RefusalCode, RefusalWord>;

export const troubles = {
  lost: { happened: '与主程序的连接断开了。', safe: '已确认的记录都在；草稿会继续保存。', next: '正在自动重连，请稍等。' },
  bug: {
    happened: '程序出错了，这一步没有完成。',
    safe: '已确认的记录都在。',
    next: '请再试一次；还不行就把事件编号告诉管理员。',
  },
  incident: '事件编号 {{incident}}',
  attemptsLeft: '还可以试 {{attemptsLeft}} 次。',
  wait: '请等 {{waitSeconds}} 秒后再试。',
  series: { card: '卡号', certificate: '证书号', matter: '办件编号' },
  fileReason: {
    empty: '文件是空的',
    'too-big': '文件太大',
    'not-pdf-jpeg-png': '不是 PDF、JPEG 或 PNG',
    damaged: '文件已损坏',
    scripted: '文件里带有脚本',
    'not-a-spreadsheet': '不是 xlsx 或 CSV 表格',
    'old-xls': '是旧版 xls，请在表格软件里另存为 xlsx',
    'too-many-rows': '行数太多（上限 50000 行），请删去空白格式行或分成几个文件',
    'too-many-columns': '列数太多（上限 256 列），请删去台账以外的列',
  },
  approvalState: { waiting: '还在等待', approved: '已经批准', declined: '没有获得批准', withdrawn: '已经撤回' },
  status: {
    received: '已收件',
    supplementing: '补正中',
    withdrawn: '已撤回',
    granted: '已认定',
    'to-make': '卡待制',
    made: '卡已制',
    awaiting: '卡待领取',
    collected: '卡已领取',
    lost: '卡挂失',
    suspended: '卡暂停',
    replaced: '卡已换发',
    cancelled: '卡注销',
    revoked: '卡撤销',
    lapsed: '卡失效',
    returned: '卡已收回',
    destroyed: '卡已销毁',
  },
  paper: {
    'recognition-certificate': '认定证书',
    'receipt-received': '收件凭证',
    'notice-supplement': '补正材料一次性告知书',
    'card-front': '卡正面',
    'card-back': '卡背面',
    'delivery-receipt': '领取签收单',
    'loss-statement': '遗失声明',
    'advice-sheet': '咨询一次性告知单',
    'benefits-sheet': '待遇告知单',
    'privacy-notice': '个人信息处理告知书',
  },
} as const;
