import { expect, test } from 'vitest';
import { csvText } from './csv-text.ts';
import { readCsv } from './rfc-4180.ts';

test('what is written reads back as it was, commas, quotes and line breaks included', () => {
  const rows = [
    ['序号', '姓名'],
    ['1', '王敏, "小王"\r\n经办'],
  ];
  const text = csvText(rows);
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const read = readCsv(text.slice(1));
  expect(read.ok && read.records.map(({ fields }) => fields)).toEqual(rows);
});

test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\tx', '＝HYPERLINK("x")'])(
  '%j is a text to a spreadsheet, not a formula',
  (text) => {
    expect(csvText([[text]])).toBe(`\uFEFF"'${text.replaceAll('"', '""')}"\r\n`);
  },
);
