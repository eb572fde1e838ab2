import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { PrintingError } from '../../electron/printing/printing-error.ts';
import { createRenderer } from '../../electron/printing/render-paper.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { getPaperDefinition } from '../../shared/paper/registry.ts';
import { extractText, fonts, ownResources, rasteriseOne, resourcesDir, sha256 } from './paper-kit.ts';

const renderer = createRenderer({ resourcesDir });
const certificate = getPaperDefinition('recognition-certificate');
const receipt = getPaperDefinition('receipt-received');
const cardBack = getPaperDefinition('card-back');
const toRemove: { remove(): void }[] = [];
afterEach(() => {
  for (const one of toRemove.splice(0)) one.remove();
});

async function refused(layout: string, values: Record<string, unknown>): Promise<Pick<Refusal, 'code' | 'details'>> {
  const error = await renderer.render({ layout, values }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw error ?? new Error('it was not refused');
  return { code: error.code, details: error.details };
}

async function troubled(rendered: Promise<unknown>): Promise<string> {
  const error = await rendered.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PrintingError)) throw error ?? new Error('it was printed');
  return error.code;
}

describe('what no font can draw is refused before anything is made', () => {
  test.each([
    { what: 'a character of Extension G', name: '王\u{30000}', character: '\u{30000}', codePoint: 'U+30000' },
    { what: 'a character of Amendment 1', name: '王\u{2EBF0}', character: '\u{2EBF0}', codePoint: 'U+2EBF0' },
    { what: "an ID chip's private code", name: '王\uE863', character: '\uE863', codePoint: 'U+E863' },
    { what: 'a form that no font has', name: '\u845B\u{E0100}', character: '\u845B\u{E0100}', codePoint: 'U+845B U+E0100' },
    { what: 'a script without a font', name: 'محمد', character: 'م', codePoint: 'U+0645' },
    { what: 'a line break', name: '王\n五', character: '\n', codePoint: 'U+000A' },
  ])('$what, by its name', async ({ name, character, codePoint }) => {
    const { code, details } = await refused(certificate.layout, { ...certificate.examples.usual, name });
    expect(code).toBe('character-not-drawable');
    expect((details as { characters: unknown[] }).characters[0]).toEqual({ character, codePoint, field: 'name' });
  });

  test('all of them at once, each with its field, in lists too', async () => {
    const { details } = await refused(receipt.layout, {
      ...receipt.examples.usual,
      employer: '\u{31350}公司',
      materials: [{ name: '学位证书' }, { name: '\u{30001}证' }],
    });
    expect(details).toEqual({
      characters: [
        { character: '\u{31350}', codePoint: 'U+31350', field: 'employer' },
        { character: '\u{30001}', codePoint: 'U+30001', field: 'materials.1.name' },
      ],
    });
  });
});

describe('nothing is cut off', () => {
  test('a text that is too long at its smallest is refused with its field', async () => {
    const office = '新区人才服务中心'.repeat(40);
    expect(await refused(certificate.layout, { ...certificate.examples.usual, office })).toEqual({
      code: 'text-does-not-fit',
      details: { field: 'office', text: office },
    });
  });

  test('a row more than the receipt has room for is refused with its words', async () => {
    const materials = Array.from({ length: 21 }, (_, at) => ({ name: `材料${at}` }));
    expect(await refused(receipt.layout, { ...receipt.examples.usual, materials })).toEqual({
      code: 'text-does-not-fit',
      details: { field: 'materials.20', text: '材料20' },
    });
  });

  test('a list that is longer than its room even at its smallest is refused whole, and nothing of it is cut off', async () => {
    const advice = getPaperDefinition('advice-sheet');
    const lines = Array.from({ length: 60 }, (_, at) => ({ text: `条件${at}` }));
    expect(await refused(advice.layout, { ...advice.examples.usual, lines })).toEqual({
      code: 'text-does-not-fit',
      details: { field: 'lines', text: '条件59' },
    });
  });

  test('a QR text beyond version 15-M is refused', async () => {
    const { code } = await refused(cardBack.layout, { ...cardBack.examples.usual, qr: 'A'.repeat(601) });
    expect(code).toBe('qr-too-long');
  });
});

describe('a font is the listed one, or there is no paper', () => {
  const { usual: values } = certificate.examples;
  /** Our resources with a fonts folder of their own, in which nothing but this font's bytes is changed. */
  function withFont(file: string, bytes: Uint8Array | undefined): string {
    const own = ownResources({
      [certificate.layout]: readFileSync(join(resourcesDir, 'layouts', `${certificate.layout}.json`), 'utf8'),
    });
    toRemove.push(own);
    rmSync(join(own.dir, 'fonts'));
    mkdirSync(join(own.dir, 'fonts'));
    for (const name of ['NotoSerifSC-400.ttf', 'NotoSerifSC-700.ttf', 'NotoSansSC-400.ttf', 'NotoSansSC-700.ttf']) {
      if (name !== file) copyFileSync(join(resourcesDir, 'fonts', name), join(own.dir, 'fonts', name));
    }
    if (bytes) writeFileSync(join(own.dir, 'fonts', file), bytes);
    return own.dir;
  }

  test('a missing font stops the paper', async () => {
    const resources = withFont('NotoSerifSC-700.ttf', undefined);
    expect(await troubled(createRenderer({ resourcesDir: resources }).render({ layout: certificate.layout, values }))).toBe(
      'font-missing',
    );
  });

  test('another version of a font stops the paper', async () => {
    const bytes = readFileSync(join(resourcesDir, 'fonts', 'NotoSerifSC-700.ttf'));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const resources = withFont('NotoSerifSC-700.ttf', bytes);
    expect(await troubled(createRenderer({ resourcesDir: resources }).render({ layout: certificate.layout, values }))).toBe(
      'font-changed',
    );
  });

  test("an office's own font draws what ours can't, once it is listed with its hash", async () => {
    const resources = withFont('none', undefined);
    const layout = JSON.parse(readFileSync(join(resources, 'layouts', `${certificate.layout}.json`), 'utf8'));
    layout.styles.name.font = '蒙文';
    writeFileSync(join(resources, 'layouts', 'recognition-certificate', '2.json'), JSON.stringify(layout));
    const bytes = readFileSync(join(resourcesDir, 'fonts', 'NotoSansMongolian-400.ttf'));
    writeFileSync(join(resources, 'fonts', 'office.ttf'), bytes);
    const further = { schema: 1, fonts: [{ file: 'office.ttf', sha256: sha256(bytes), family: '蒙文' }] };
    writeFileSync(join(resources, 'fonts', 'further.json'), JSON.stringify(further));
    const own = createRenderer({ resourcesDir: resources });
    const { pdf } = await own.render({ layout: 'recognition-certificate/2', values: { ...values, name: 'ᠮᠣᠩᠭᠣᠯ' } });
    expect(Buffer.from(pdf).toString('latin1')).toContain('+office');
  });
});

describe('layouts', () => {
  const bilingual = JSON.parse(readFileSync(join(resourcesDir, 'layouts/recognition-certificate/bilingual-1.json'), 'utf8'));
  const { usual: values } = certificate.examples;

  test('the bilingual one is switched off until the office has approved its wording', async () => {
    expect(bilingual.wording).toBeUndefined();
    expect(await troubled(renderer.render({ layout: 'recognition-certificate/bilingual-1', values }))).toBe(
      'layout-switched-off',
    );
    const unapproved = ownResources({ 'recognition-certificate/bilingual-1': { ...bilingual, enabled: true } });
    toRemove.push(unapproved);
    const rendered = createRenderer({ resourcesDir: unapproved.dir }).render({
      layout: 'recognition-certificate/bilingual-1',
      values,
    });
    expect(await troubled(rendered)).toBe('layout-damaged');
  });

  test('with approved wording, its title runs down the page, joined, and is copied as it was written', async () => {
    const title = 'ᠮᠣᠩᠭᠣᠯ';
    const approved = ownResources({ 'recognition-certificate/bilingual-1': { ...bilingual, enabled: true, wording: { title } } });
    toRemove.push(approved);
    const { pdf } = await createRenderer({ resourcesDir: approved.dir }).render({
      layout: 'recognition-certificate/bilingual-1',
      values,
    });
    expect(extractText(pdf)).toContain(title);
    // Joined letters leave no white row from the first to the last; as separate forms they would.
    const { width, pixels } = rasteriseOne(pdf);
    const dots = (mm: number) => Math.round((mm / 25.4) * 300);
    const inked = Array.from({ length: dots(40) }, (_, y) =>
      pixels.subarray((dots(92) + y) * width + dots(16), (dots(92) + y) * width + dots(26)).some((value) => value < 128),
    );
    const [first, last] = [inked.indexOf(true), inked.lastIndexOf(true)];
    expect(last - first).toBeGreaterThan(dots(12));
    expect(inked.slice(first, last).includes(false)).toBe(false);
    expect(
      fonts
        .chain('mongolian', 400)
        .faces[0]?.()
        .shape(title)
        .map(({ glyph }) => glyph),
    ).not.toContain(0);
  });

  test.each(['../../../etc/passwd', 'recognition-certificate/../1', 'recognition-certificate/99', '/etc/passwd', 'a/b/c'])(
    '%s is no layout',
    async (layout) => {
      expect(await troubled(renderer.render({ layout, values }))).toBe('layout-missing');
    },
  );
});

describe('photographs', () => {
  const { usual: values } = certificate.examples;

  test('a picture fills its frame, whole', async () => {
    const jpeg = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'paper', 'grey-358x441.jpg'));
    const { pdf } = await renderer.render({ layout: certificate.layout, values, pictures: { photo: jpeg } });
    const { width, pixels } = rasteriseOne(pdf);
    const at = (xMm: number, yMm: number) => pixels[Math.round((yMm / 25.4) * 300) * width + Math.round((xMm / 25.4) * 300)] ?? 0;
    for (const [x, y] of [
      [147.5, 93.5],
      [181.5, 135.5],
      [164.5, 114.5],
    ] as const)
      expect(Math.abs(at(x, y) - 128)).toBeLessThan(4);
    expect(at(146, 92)).toBe(255);
    expect(extractText(pdf)).not.toContain('照片');
  });

  test('anything but a JPEG is told from one', async () => {
    const pictures = { photo: new TextEncoder().encode('not a picture') };
    expect(await troubled(renderer.render({ layout: certificate.layout, values, pictures }))).toBe('picture-damaged');
  });
});
