/** What a spreadsheet takes for a formula when a cell begins so (OWASP, CSV injection). */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

/**
 * Comma-separated values as a spreadsheet opens them: UTF-8 with its mark, lines that end in CRLF, each field quoted. A field that a
 * spreadsheet would take for a formula gets an apostrophe before it. Source: RFC 4180, section 2.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  const field = (text: string) => `"${(formulaStart.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}
