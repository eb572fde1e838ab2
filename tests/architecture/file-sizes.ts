/** A file to be measured: its path from the root, and its text. */
export interface SizedFile {
  path: string;
  lines: number;
}

export interface SizeReport {
  files: number;
  medianLines: number;
  /** Over the limit: an error. */
  tooLong: SizedFile[];
  /** Worth splitting by noun or step before it grows on. */
  growing: SizedFile[];
}

const limitLines = 400;
const testLimitLines = 600;
const warnLines = 250;

export function linesOf(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** Measures files against the house's limits: 400 lines, 600 for tests; from 250 on a program file is named. */
export function measureFiles(files: readonly SizedFile[], isTest: (path: string) => boolean): SizeReport {
  const lines = files.map((file) => file.lines).sort((a, b) => a - b);
  return {
    files: files.length,
    medianLines: lines[Math.floor(lines.length / 2)] ?? 0,
    tooLong: files.filter((file) => file.lines > (isTest(file.path) ? testLimitLines : limitLines)),
    growing: files.filter((file) => !isTest(file.path) && file.lines > warnLines && file.lines <= limitLines),
  };
}
