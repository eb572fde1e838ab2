/** A record of a CSV file with the line (from 1) that it begins on. */
export interface CsvRecord {
  line: number;
  fields: readonly string[];
}
export type CsvReading = { ok: true; records: readonly CsvRecord[] } | { ok: false; code: 'csv-quote'; line: number };

/**
 * Reads comma-separated values: quoted fields may hold commas, line breaks and doubled quotes; lines end in LF, CRLF or CR; empty
 * lines are passed over. `csv-quote`: a quote that is never closed, or text after a closing one. Source: RFC 4180, section 2.
 */
export function readCsv(text: string): CsvReading {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let line = 1;
  let startLine = 1;
  let at = 0;
  while (at < text.length || fields.length > 0) {
    const field = readField(text, at);
    if (!field) return { ok: false, code: 'csv-quote', line };
    fields.push(field.value);
    const ending = /^(?:,|\r\n|\n|\r)/.exec(text.slice(field.end, field.end + 2))?.[0] ?? '';
    line += field.value.match(/\r\n|\n|\r/g)?.length ?? 0;
    at = field.end + ending.length;
    if (ending === ',') continue;
    if (fields.length > 1 || fields[0] !== '') records.push({ line: startLine, fields });
    fields = [];
    line += 1;
    startLine = line;
  }
  return { ok: true, records };
}

/** The field that begins at a place and where it ends, or undefined where its quotes are broken. */
function readField(text: string, from: number): { value: string; end: number } | undefined {
  if (text[from] !== '"') {
    const plain = /[,\r\n]/g;
    plain.lastIndex = from;
    const end = plain.exec(text)?.index ?? text.length;
    return { value: text.slice(from, end), end };
  }
  let value = '';
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return undefined;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const end = quote + 1;
      return end === text.length || /[,\r\n]/.test(text.charAt(end)) ? { value, end } : undefined;
    }
    value += '"';
    at = quote + 2;
  }
}
