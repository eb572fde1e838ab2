import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { guardWorkbook } from './guard-workbook.ts';
import { readWorkbook } from './read-workbook.ts';
import { WorkbookError } from './workbook-error.ts';

async function xlsx(rows: SheetData): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await writeXlsxFile(rows)).toBuffer());
}
const bytesOf = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
const fault = (bytes: Uint8Array<ArrayBuffer>) =>
  readWorkbook(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof WorkbookError ? error.fault : error),
  );

interface Part {
  readonly name: string;
  readonly text: string;
  /** What the directory says of its length, where that is a lie. */
  readonly says?: number;
  readonly stored?: boolean;
}

/** A zip as a spreadsheet program writes one, or as nobody would. */
function zip(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, says = text.length, stored = false } of parts) {
    const packed = stored ? Buffer.from(text) : deflateRawSync(text);
    const method = stored ? 0 : 8;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(says, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(says, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    bodies.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...bodies, ...directory, end]));
}
const sheetOf = (cells: string) =>
  zip([{ name: 'xl/worksheets/sheet1.xml', text: `<worksheet><sheetData>${cells}</sheetData></worksheet>` }]);

test('a workbook’s cells are texts: dates as days, numbers digit by digit, spaces as they stand', async () => {
  const day = new Date(Date.UTC(2021, 2, 5));
  const [sheet] = await readWorkbook(
    await xlsx([
      [{ value: '姓名' }, { value: '发卡日期' }, { value: '手机' }],
      [],
      [{ value: ' 王敏 ' }, { value: day, type: Date, format: 'yyyy-mm-dd' }, { value: 13800138000, type: Number }],
    ]),
  );
  expect(sheet?.rows).toEqual([
    { row: 1, cells: ['姓名', '发卡日期', '手机'] },
    { row: 3, cells: [' 王敏 ', '2021-03-05', '13800138000'] },
  ]);
});

test('a CSV file is read in UTF-8, with or without its mark, and in GB 18030', async () => {
  const gb18030 = new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x31, 0x0a]);
  for (const bytes of [bytesOf('姓名,1\n'), bytesOf('\ufeff姓名,1\r\n'), gb18030]) {
    expect((await readWorkbook(bytes))[0]?.rows).toEqual([{ row: 1, cells: ['姓名', '1'] }]);
  }
});

test('what is no ledger is refused in its own way', async () => {
  expect(await fault(new Uint8Array())).toBe('empty');
  expect(await fault(bytesOf(',,\n,,\n'))).toBe('empty');
  expect(await fault(new Uint8Array(20 * 1024 * 1024 + 1))).toBe('too-big');
  expect(await fault(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('old-xls');
  expect(await fault(new Uint8Array([0x4d, 0x5a, 0x00, 0x01]))).toBe('not-a-spreadsheet');
  expect(await fault(bytesOf('a\n'.repeat(50_001)))).toBe('too-many-rows');
  expect(await fault(bytesOf('PK\x03\x04 and nothing else'))).toBe('damaged');
});

test('a workbook made to fill the memory is refused before anything reads it', async () => {
  expect(await fault(sheetOf('<row r="4000000000"><c r="A4000000000"/></row>'))).toBe('damaged');
  expect(await fault(sheetOf('<row r="400000000"></row>'))).toBe('too-many-rows');
  expect(await fault(sheetOf('<row r="1"><c r="XFD1"/></row>'))).toBe('too-many-columns');
  expect(await fault(sheetOf("<row\n r = '&#52;00000000'></row>"))).toBe('damaged');
  const bomb = { name: 'xl/sharedStrings.xml', text: ' '.repeat(4_000_000) };
  await guardWorkbook(zip([bomb]));
  await expect(guardWorkbook(zip([{ ...bomb, says: 3_999_999 }]))).rejects.toMatchObject({ fault: 'damaged' });
  expect(await fault(zip([{ ...bomb, says: 200 * 1024 * 1024 }]))).toBe('too-big');
  // Two thousand names of the same stored megabytes, each said to be empty, come to gigabytes.
  await guardWorkbook(zip([{ ...bomb, stored: true }]));
  await expect(guardWorkbook(zip([{ ...bomb, stored: true, says: 0 }]))).rejects.toMatchObject({ fault: 'damaged' });
});

test('junk of any kind is read or refused, never thrown on', async () => {
  const start = fc.constantFrom('', 'PK\x03\x04', 'PK\x05\x06', '\ufeff', '"');
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), async (head, tail) => {
      const bytes = new Uint8Array([...Buffer.from(head, 'latin1'), ...tail]);
      expect(typeof (await fault(bytes))).toBe('string');
    }),
    { numRuns: 500 },
  );
});
