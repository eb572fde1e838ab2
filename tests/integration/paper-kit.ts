import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { openFontStore } from '../../electron/printing/fonts/font-store.ts';

export const resourcesDir = resolve(import.meta.dirname, '..', '..', 'resources');
export const fixturesDir = resolve(import.meta.dirname, '..', 'fixtures');
/** One store for all tests of a file: fonts are loaded once. */
export const fonts = openFontStore(resourcesDir);

/** Grey pixels, 0 black to 255 white. */
export interface Raster {
  width: number;
  height: number;
  pixels: Buffer;
}

/** Every page of a PDF, as poppler draws it. `mono`: black and white only, as a thermal printer does. */
export function rasterise(pdf: Uint8Array, { dpi = 300, mono = false }: { dpi?: number; mono?: boolean } = {}): Raster[] {
  const out = execFileSync('pdftoppm', ['-r', String(dpi), mono ? '-mono' : '-gray', '-'], { input: pdf, maxBuffer: 1 << 30 });
  const pages: Raster[] = [];
  for (let at = 0; at < out.length; ) {
    const { page, end } = mono ? readPbm(out, at) : readPgm(out, at);
    pages.push(page);
    at = end;
  }
  return pages;
}

export function rasteriseOne(pdf: Uint8Array, how: { dpi?: number; mono?: boolean } = {}): Raster {
  const [page, ...more] = rasterise(pdf, how);
  if (!page || more.length > 0) throw new Error('not one page');
  return page;
}

function readPgm(bytes: Buffer, at: number): { page: Raster; end: number } {
  const { width, height, start } = readHeader(bytes, at, /^P5\s+(\d+)\s+(\d+)\s+255\s/);
  const end = start + width * height;
  return { page: { width, height, pixels: bytes.subarray(start, end) }, end };
}

function readPbm(bytes: Buffer, at: number): { page: Raster; end: number } {
  const { width, height, start } = readHeader(bytes, at, /^P4\s+(\d+)\s+(\d+)\s/);
  const stride = Math.ceil(width / 8);
  const pixels = Buffer.alloc(width * height, 255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (((bytes[start + y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) pixels[y * width + x] = 0;
    }
  }
  return { page: { width, height, pixels }, end: start + stride * height };
}

function readHeader(bytes: Buffer, at: number, shape: RegExp): { width: number; height: number; start: number } {
  const found = shape.exec(bytes.subarray(at, at + 40).toString('latin1'));
  if (!found) throw new Error('poppler wrote something else');
  return { width: Number(found[1]), height: Number(found[2]), start: at + found[0].length };
}

/** How much ink is on it: 1 for a page all black. */
export function inkOn({ pixels }: Raster): number {
  let sum = 0;
  for (const value of pixels) sum += 255 - value;
  return sum / (255 * pixels.length);
}

/** Where two pictures of one size differ, in pixels; undefined where they don't. */
export function differingBox(a: Raster, b: Raster): { left: number; top: number; right: number; bottom: number } | undefined {
  if (a.width !== b.width || a.height !== b.height) throw new Error('pictures of two sizes');
  const box = { left: a.width, top: a.height, right: -1, bottom: -1 };
  for (let at = 0; at < a.pixels.length; at++) {
    if (a.pixels[at] === b.pixels[at]) continue;
    const [x, y] = [at % a.width, Math.floor(at / a.width)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box.right < 0 ? undefined : box;
}

/** Every QR code on a picture, as zbar reads it; `threshold` makes it black and white first. */
export function readQrCodes(raster: Raster, threshold?: number): string[] {
  const pixels = threshold === undefined ? raster.pixels : raster.pixels.map((value) => (value < threshold ? 0 : 255));
  const picture = Buffer.concat([Buffer.from(`P5 ${raster.width} ${raster.height} 255\n`, 'latin1'), pixels]);
  return inTemporaryFolder((folder) => {
    const file = join(folder, 'page.pgm');
    writeFileSync(file, picture);
    try {
      const words = execFileSync('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', file], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return words.toString().trimEnd().split('\n');
    } catch (error) {
      // zbar's own word for "nothing found".
      if ((error as { status?: number }).status === 4) return [];
      throw error;
    }
  });
}

export function qpdfCheck(pdf: Uint8Array): string {
  return inTemporaryFolder((folder) => {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    return execFileSync('qpdf', ['--check', file]).toString();
  });
}

export function extractText(pdf: Uint8Array): string {
  return execFileSync('pdftotext', ['-', '-'], { input: pdf }).toString();
}

export const popplerVersion = (): string =>
  /version ([\d.]+)/.exec(spawnSync('pdftoppm', ['-v'], { encoding: 'utf8' }).stderr)?.[1] ?? '';

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** A hash of all that a PDF's streams hold, however well they are compressed: the drawing, the fonts. */
export function hashOfStreams(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  const hash = createHash('sha256');
  for (const [, body = ''] of text.matchAll(/stream\n([\s\S]*?)\nendstream/g)) {
    hash.update(inflateSync(Buffer.from(body, 'latin1')));
  }
  return hash.digest('hex');
}

export function inTemporaryFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'talent-counter-paper-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Resources of one's own to break: real fonts and list, and these layouts; `remove` takes them away. */
export function ownResources(layouts: Record<string, unknown>): { dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'talent-counter-resources-'));
  cpSync(join(resourcesDir, 'fonts.json'), join(dir, 'fonts.json'));
  symlinkSync(join(resourcesDir, 'fonts'), join(dir, 'fonts'));
  for (const [name, json] of Object.entries(layouts)) {
    const file = join(dir, 'layouts', `${name}.json`);
    mkdirSync(resolve(file, '..'), { recursive: true });
    writeFileSync(file, typeof json === 'string' ? json : JSON.stringify(json));
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
