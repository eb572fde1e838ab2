import { deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { Refusal } from '../../shared/domain/refusal.ts';
import { checkEvidence } from './check-evidence.ts';

/** How a file is answered: its pages, or why it is not accepted. */
const answer = (bytes: Uint8Array) =>
  checkEvidence(bytes).then(
    ({ pages }) => pages,
    (error: unknown) => (error instanceof Refusal ? error.details['reason' as never] : error),
  );

const pdfOf = (...objects: (string | Buffer)[]) =>
  new Uint8Array(
    Buffer.concat(
      ['%PDF-1.5\n', ...objects, 'trailer\n<</Root 1 0 R/Size 90>>\n%%EOF'].map((part) => Buffer.from(part as string)),
    ),
  );
const pages = '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\n';

/** The catalog in an object stream, with so many spaces behind it. */
function packedCatalog(spaces: number, { type = 'ObjStm', filter = '/FlateDecode', twice = false } = {}): Uint8Array {
  const once = deflateSync(`1 0 <</Type/Catalog/Pages 2 0 R>>${' '.repeat(spaces)}`);
  const packed = twice ? deflateSync(once) : once;
  const dict = `<</Type/${type}/N 1/First 4/Filter${filter}/Length ${packed.length}>>`;
  return pdfOf(pages, `4 0 obj\n${dict}\nstream\n`, packed, '\nendstream\nendobj\n');
}

test('packed objects of a usual size are read, whoever wrote them', async () => {
  const written = await PDFDocument.create();
  for (let n = 0; n < 300; n += 1) written.addPage();
  expect(await answer(await written.save({ useObjectStreams: true }))).toBe(300);
  expect(await answer(packedCatalog(1_000))).toBe(1);
  expect(await answer(packedCatalog(1_000, { filter: '[/FlateDecode]' }))).toBe(1);
});

test('a PDF whose packed objects would fill the memory is refused, however it hides them', async () => {
  const tooMany = 65 * 1024 * 1024;
  expect(await answer(packedCatalog(tooMany))).toBe('damaged');
  expect(await answer(packedCatalog(tooMany, { type: 'Obj#53tm', filter: '/Fl#61teDecode' }))).toBe('damaged');
  expect(await answer(packedCatalog(tooMany, { filter: '[/FlateDecode/FlateDecode]', twice: true }))).toBe('damaged');
});

test('a page tree that names a node twice, or itself, is refused at once', async () => {
  const catalog = '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n';
  const node = (number: number, kids: string) => `${number} 0 obj\n<</Type/Pages/Kids[${kids}]/Count 1>>\nendobj\n`;
  const doubled = Array.from({ length: 60 }, (_, at) => node(at + 2, `${at + 3} 0 R ${at + 3} 0 R`)).join('');
  expect(await answer(pdfOf(catalog, doubled, '62 0 obj\n<</Type/Page>>\nendobj\n'))).toBe('damaged');
  expect(await answer(pdfOf(catalog, node(2, '2 0 R')))).toBe('damaged');
});
