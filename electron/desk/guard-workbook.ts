import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { maxLedgerColumns } from '../../shared/domain/taking-over/ledger-columns.ts';
import { WorkbookError } from './workbook-error.ts';

const inflate = promisify(inflateRaw);

/** What the texts of a workbook may come to: 50,000 rows of twenty cells are half of it. */
const maxInflatedBytes = 128 * 1024 * 1024;
const maxEntries = 2_000;
/** Row numbers beyond are nobody's ledger; a reader would fill all rows before one that is said to be the thousand millionth. */
const maxRowNumber = 100_000;

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
  readonly size: number;
}

/**
 * Makes sure that a workbook can be read without harm before anything reads it: its texts come to what its directory says and to no
 * more than a ledger's, and no cell lies where a sheet would have to be filled up with millions of empty ones. Throws WorkbookError.
 * Source: PKWARE APPNOTE 6.3, 4.3.7, 4.3.12 and 4.3.16; no ZIP64, which no file of this size needs.
 */
export async function guardWorkbook(bytes: Uint8Array): Promise<void> {
  const texts = readDirectory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)).filter(({ name }) =>
    /\.(xml|rels)$/i.test(name),
  );
  const total = texts.reduce((sum, { size }) => sum + size, 0);
  if (total > maxInflatedBytes) throw new WorkbookError('too-big');
  for (const entry of texts) mustBePlausible(await inflated(entry));
}

function readDirectory(zip: Buffer): ZipEntry[] {
  try {
    const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0) throw new WorkbookError('damaged');
    const count = zip.readUInt16LE(end + 10);
    if (count > maxEntries) throw new WorkbookError('too-big');
    const entries: ZipEntry[] = [];
    for (let at = zip.readUInt32LE(end + 16), n = 0; n < count; n += 1) {
      if (zip.readUInt32LE(at) !== 0x02014b50) throw new WorkbookError('damaged');
      const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
        number,
        number,
        number,
      ];
      entries.push({
        name: zip.toString('utf8', at + 46, at + 46 + nameLength),
        method: zip.readUInt16LE(at + 10),
        packed: packedBytes(zip, zip.readUInt32LE(at + 42), zip.readUInt32LE(at + 20)),
        size: zip.readUInt32LE(at + 24),
      });
      at += 46 + nameLength + extraLength + noteLength;
    }
    return entries;
  } catch (cause) {
    throw cause instanceof WorkbookError ? cause : new WorkbookError('damaged', { cause });
  }
}

function packedBytes(zip: Buffer, header: number, length: number): Uint8Array {
  if (zip.readUInt32LE(header) !== 0x04034b50) throw new WorkbookError('damaged');
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  if (start + length > zip.length) throw new WorkbookError('damaged');
  return zip.subarray(start, start + length);
}

/** The text, which is no longer than the directory says: a bomb lies about that, packed or, named many times over, as it stands. */
async function inflated({ method, packed, size }: ZipEntry): Promise<Buffer> {
  if (method === 0 && packed.length === size) return Buffer.from(packed);
  if (method !== 8) throw new WorkbookError('damaged');
  return inflate(packed, { maxOutputLength: Math.max(size, 1) }).catch((cause: unknown) => {
    throw new WorkbookError('damaged', { cause });
  });
}

const address = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Every row and cell says in its attribute `r` where it lies (ECMA-376 part 1, 18.3.1.4 and 18.3.1.73). */
function mustBePlausible(xml: Buffer): void {
  for (const [, double, single] of xml.toString('latin1').matchAll(address)) {
    const [, letters = '', digits = ''] = /^([A-Z]{0,3})(\d{1,9})$/.exec(double ?? single ?? '') ?? [];
    if (digits === '') throw new WorkbookError('damaged');
    if (Number(digits) > maxRowNumber) throw new WorkbookError('too-many-rows');
    if (columnNumber(letters) > maxLedgerColumns) throw new WorkbookError('too-many-columns');
  }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
