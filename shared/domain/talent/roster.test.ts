import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../standards/rfc-4180.ts';
import { toPlainDate } from '../plain-date.ts';
import { idKind } from './id-kind.ts';
import { readRoster } from './roster.ts';

const today = toPlainDate('2026-03-01');
const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url));
const bytes = (text: string) => new TextEncoder().encode(text);
const rowsOf = (data: Uint8Array) => {
  const reading = readRoster(data, today);
  if (!reading.ok) throw new Error(reading.code);
  return reading.rows;
};
const header = '姓名,性别,证件类型,证件号码,出生日期,手机,工作单位,统一社会信用代码,引进方式';
const good = '益超,女,居民身份证,15060219960318390X,1996-03-18,15016835244,黄石金承信息有限公司,911501236M7WCA8R0X,技术指导';

describe('the demo roster', () => {
  const rows = rowsOf(file('resources/demo/roster.csv'));

  test('has 240 people, all ready to register', () => {
    expect(rows).toHaveLength(240);
    expect(rows.filter((row) => row.problems.length > 0 || row.mended.length > 0 || !row.facts)).toEqual([]);
    // One of each at least, so that a day with the demo has them all.
    expect(new Set(rows.map((row) => row.facts?.document.kind))).toEqual(new Set(idKind.options));
    expect(new Set(rows.map((row) => row.facts?.employment.engagement)).size).toBe(5);
  });

  test('is read field by field', () => {
    expect(rows[0]).toEqual({
      line: 2,
      serial: '1',
      name: '益超',
      idNumber: '15060219960318390X',
      facts: {
        document: { kind: 'resident-id', number: '15060219960318390X' },
        identity: { name: '益超', sex: '2', birthDate: '1996-03-18', nationality: 'CHN' },
        employment: {
          employerName: '黄石金承信息有限公司',
          uscc: '911501236M7WCA8R0X',
          engagement: 'guidance',
          position: '工程师',
        },
        contact: { phone: '15016835244', residence: '内蒙古自治区呼和浩特市土默特左旗示例路33号' },
      },
      problems: [],
      mended: [],
      wish: { teamName: '高起点技能人才', routeName: '政府评定' },
      background: { education: '中等职业教育', title: '', skillLevel: '', major: '固废工程师' },
    });
  });

  test('keeps no 民族', () => {
    expect(JSON.stringify(rows)).not.toContain('汉族');
  });
});

describe('a roster with faults', () => {
  const expected = readCsv(file('tests/fixtures/roster/dirty.expected.csv').toString('utf8'));
  const cases = new Map(expected.ok ? expected.records.slice(1).map(({ fields }) => [fields[0], fields[1]]) : []);
  const problemOf: Record<string, string[]> = {
    'id-check-digit': ['document.number id-check-digit'],
    'id-length': ['document.number id-length'],
    'id-birth-mismatch': ['identity.birthDate differs-from-number'],
    'id-sex-mismatch': ['identity.sex differs-from-number'],
    'missing-name': ['identity.name missing'],
    'birth-in-future': ['identity.birthDate in-the-future'],
    'uscc-check': ['employment.uscc uscc-check'],
    'mobile-format': ['contact.phone phone-area-code'],
    'unknown-engagement': ['employment.engagement unknown-engagement'],
    'duplicate-in-file': ['document.number duplicate-in-file'],
    'private-use-character': ['identity.name name-private-use'],
  };

  test('has each fault reported on its own row and no other, and the good rows are taken in', () => {
    const rows = rowsOf(file('tests/fixtures/roster/dirty.csv'));
    expect(rows).toHaveLength(52);
    const found = rows.map(({ serial, problems, facts }) => [
      serial,
      problems.map((p) => `${p.path} ${p.code}`),
      facts !== undefined,
    ]);
    expect(found).toEqual(
      rows.map(({ serial }) => [
        serial,
        problemOf[cases.get(serial) ?? ''] ?? [],
        problemOf[cases.get(serial) ?? ''] === undefined,
      ]),
    );
    for (const row of rows) {
      const mends = ['leading-trailing-spaces', 'full-width-digits'].includes(cases.get(row.serial) ?? '');
      expect(row.mended.length > 0).toBe(mends);
    }
  });
});

describe('a roster file', () => {
  test('may begin with a byte order mark, have its columns in any order and others beside them', () => {
    const mixed = `\ufeff备注,${header.split(',').toReversed().join(',')}\r\n"a,b",${good.split(',').toReversed().join(',')}\r\n`;
    expect(rowsOf(bytes(mixed))[0]).toMatchObject({ line: 2, name: '益超', problems: [] });
  });

  test.each([
    ['', { ok: false, code: 'roster-empty' }],
    [header, { ok: false, code: 'roster-empty' }],
    [`${header.replace('手机,', '')}\n${good}`, { ok: false, code: 'roster-column-missing', columns: ['手机'] }],
    [`${header},姓名\n${good}`, { ok: false, code: 'roster-column-twice', columns: ['姓名'] }],
    [`${header}\n"${good}`, { ok: false, code: 'roster-quotes', line: 2 }],
  ])('%j is refused whole', (text, reading) => {
    expect(readRoster(bytes(text), today)).toEqual(reading);
  });

  test('in GB 18030, as Excel saves it, is read like one in UTF-8', () => {
    const rows = readRoster(file('tests/fixtures/roster/gb18030.csv'), today);
    if (!rows.ok) throw new Error(rows.code);
    expect(rows.rows).toHaveLength(50);
    expect(rows.rows.flatMap(({ problems }) => problems)).toEqual([]);
    expect(rows.rows.every(({ name }) => /\p{Script=Han}/u.test(name))).toBe(true);
  });

  test('in no encoding that we know, or beyond 8 MB, is refused whole', () => {
    expect(readRoster(Uint8Array.of(0xd0, 0xd5, 0xff, 0xff), today)).toEqual({ ok: false, code: 'roster-encoding' });
    expect(readRoster(new Uint8Array(8 * 1024 * 1024 + 1), today)).toEqual({ ok: false, code: 'roster-too-large' });
  });

  test('a row with too many or too few fields, a value too long, or a word from an object is a problem of that row', () => {
    const text = [
      header,
      `${good},x`,
      '益超,女',
      good.replace('黄石', '长'.repeat(100)),
      good.replace('技术指导', 'constructor'),
      good.replace('X,1996', 'x,1996'),
    ].join('\n');
    const rows = rowsOf(bytes(text));
    expect(rows[0]?.problems).toEqual([{ path: '', code: 'too-many-fields', value: 'x' }]);
    expect(rows[1]?.problems.map((p) => p.code)).toEqual(expect.arrayContaining(['missing']));
    expect(rows[2]?.problems.map((p) => p.code)).toEqual(['too-long', 'duplicate-in-file']);
    expect(rows[3]?.problems.map((p) => p.code)).toEqual(['unknown-engagement', 'duplicate-in-file']);
    expect(rows[4]).toMatchObject({ idNumber: '15060219960318390X', mended: ['document.number'] });
  });

  test('of any making is read or refused, never an error, and every row taken in fits the record', () => {
    const cell = fc.oneof(
      fc.constantFrom(...good.split(','), '', '"', '居民身份证 ', '２'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const row = fc.array(cell, { minLength: 7, maxLength: 11 }).map((cells) => cells.join(','));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.array(row, { maxLength: 4 }).map((rows) => bytes([header, ...rows].join('\n'))),
        ),
        (data) => {
          const reading = readRoster(data, today);
          if (reading.ok) for (const { facts, problems } of reading.rows) expect(facts === undefined).toBe(problems.length > 0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
