/**
 * The rows in which every word typed occurs somewhere, whatever its case and width: `云 0042` finds 云谷甲 of matter …0042. An empty
 * text leaves all of them.
 */
export function filterRows<Row>(rows: readonly Row[], text: string, wordsOf: (row: Row) => readonly string[]): Row[] {
  const typed = fold(text).split(/\s+/).filter(Boolean);
  if (typed.length === 0) return [...rows];
  return rows.filter((row) => {
    const words = wordsOf(row).map(fold);
    return typed.every((part) => words.some((word) => word.includes(part)));
  });
}

/** NFKC only to compare: a full-width digit of an IME finds the plain one. What is shown and kept stays as it was written. */
function fold(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase('en').trim();
}
