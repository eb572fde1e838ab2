import { linesOf, measureFiles } from './file-sizes.ts';
import { isTest, programFiles, readText } from './source-files.ts';

// Part of `npm run check`.
const report = measureFiles(
  programFiles().map((path) => ({ path, lines: linesOf(readText(path)) })),
  isTest,
);
for (const { path, lines } of report.growing) console.log(`warning: ${path} has ${lines} lines`);
for (const { path, lines } of report.tooLong) console.error(`error: ${path} has ${lines} lines, which is too long`);
console.log(`sizes: ${report.files} files, median ${report.medianLines} lines, ${report.tooLong.length} too long`);
process.exitCode = report.tooLong.length > 0 ? 1 : 0;
