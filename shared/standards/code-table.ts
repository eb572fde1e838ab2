/** A value of a code table, with its Chinese name as the standard has it and ours in English. */
export interface CodeEntry {
  code: string;
  zh: string;
  en: string;
}

/** Reads a table written one value a line, `code|Chinese|English`, in its own order. */
export function readCodeLines(text: string): CodeEntry[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', zh = '', en = ''] = line.split('|');
      return { code, zh, en };
    });
}
