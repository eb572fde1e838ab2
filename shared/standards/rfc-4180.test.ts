import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from './rfc-4180.ts';

const write = (rows: readonly (readonly string[])[], ending: string) =>
  rows
    .map((row) => row.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(','))
    .join(ending);

describe('a CSV file by RFC 4180', () => {
  test('quotes hold commas, line breaks and doubled quotes, and lines are counted through them', () => {
    expect(readCsv('a,"b,""c""\r\nd"\r\n\r\ne,\r\n')).toEqual({
      ok: true,
      records: [
        { line: 1, fields: ['a', 'b,"c"\r\nd'] },
        { line: 4, fields: ['e', ''] },
      ],
    });
  });

  test('a broken quote is named by its line', () => {
    expect(readCsv('a\n"b')).toEqual({ ok: false, code: 'csv-quote', line: 2 });
    expect(readCsv('"a"b,c')).toEqual({ ok: false, code: 'csv-quote', line: 1 });
  });

  test('what is written is read back', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '字', '"', ',', '\n', '\r\n', ' '), maxLength: 6 });
    const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n', '\r'), (data, ending) => {
        const read = readCsv(write(data, ending));
        expect(read.ok && read.records.map((record) => record.fields)).toEqual(data);
      }),
    );
  });

  test('no text makes it throw or go on for ever', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'x') }),
        (text) => typeof readCsv(text).ok === 'boolean',
      ),
    );
  });
});
