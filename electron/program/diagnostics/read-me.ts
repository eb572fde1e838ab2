/** The bundle's first file, for whoever opens it. */
export const readMe = `人才服务窗口 诊断包

program.json   程序、运行环境和系统的版本
files.json     数据文件夹各部分的文件数和大小，磁盘余量
journal.json   业务日志的校验结果（不解密）
settings.json  窗口编号、政策包、人员和号码的数量
printing.json  打印机状态和打印任务的数量
logs/          程序日志：只有程序自己的句子、故障编号和位置

里面没有任何人的姓名、证件号码、电话或 PIN，也没有密钥。

Talent Counter diagnostics

program.json   versions of program, host and system
files.json     how many files each part of the data folder has, their sizes, and the disk's free space
journal.json   what checking the journal found (nothing is decrypted)
settings.json  the counter's code, its policy pack, and how many staff and numbers there are
printing.json  the printer's state and how many jobs there are
logs/          the program's log: sentences of its own, incident numbers and places in the code

Nobody's name, ID number, phone or PIN is in it, and no key.
`;
