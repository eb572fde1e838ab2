import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type FontWeight, fontList, furtherFonts } from '../../../shared/paper/font-list.ts';
import { PrintingError } from '../printing-error.ts';
import { type FontFace, loadFontFace } from './font-face.ts';

/** The fonts a text may be drawn with, first choice first; a face is loaded when it is first asked for. */
export interface FontChain {
  faces: readonly (() => FontFace)[];
  weight: FontWeight;
  /** Of bold text: the same in the regular weight, for a name with a character that has no bold form. */
  regular?: FontChain;
}

export interface FontStore {
  /** The chain of a family that a layout names. Throws PrintingError where there is no such family. */
  chain(family: string, weight: FontWeight): FontChain;
  /** Milliseconds spent on loading faces so far. */
  loadedMs(): number;
}

interface KnownFont {
  file: string;
  sha256: string;
  family: string | undefined;
  weight: FontWeight;
}

/** Which families stand in for what a family lacks. `undefined`: an office's fonts for rare characters. */
const standIns: Record<string, readonly (string | undefined)[]> = {
  serif: ['serif', 'rare', 'mongolian', undefined],
  sans: ['sans', 'serif', 'rare', 'mongolian', undefined],
  mongolian: ['mongolian'],
};

/**
 * Reads which fonts there are, and loads each once, when a character first needs it. A font that is missing or not byte for byte the
 * listed one throws PrintingError: paper must never be drawn with whatever font a machine happens to have.
 */
export function openFontStore(resourcesDir: string): FontStore {
  const fonts = listFonts(resourcesDir);
  const loaded = new Map<string, FontFace>();
  let spentMs = 0;
  const face = (font: KnownFont): FontFace => {
    const known = loaded.get(font.file);
    if (known) return known;
    const before = performance.now();
    const name = font.file.replace(/\.[^.]*$/, '');
    const labels = { name, family: font.family ?? 'further', weight: font.weight };
    const made = loadFontFace(readListed(resourcesDir, font), labels);
    spentMs += performance.now() - before;
    loaded.set(font.file, made);
    return made;
  };
  const makeChain = (family: string, weight: FontWeight): FontChain => {
    const families = standIns[family] ?? [family, ...(standIns['serif'] ?? [])];
    const chosen = families.flatMap((name) => ofWeight(fonts, name, weight));
    if (chosen[0]?.family !== family) throw new PrintingError('font-missing', `no font of the family ${family}`);
    return { faces: chosen.map((font) => () => face(font)), weight, ...(weight !== 400 && { regular: makeChain(family, 400) }) };
  };
  const chains = new Map<string, FontChain>();
  return {
    chain: (family, weight) => {
      const chain = chains.get(`${family} ${weight}`) ?? makeChain(family, weight);
      chains.set(`${family} ${weight}`, chain);
      return chain;
    },
    loadedMs: () => spentMs,
  };
}

/** A family's fonts of this weight, else those it has: bold text is not refused because a rare character has no bold form. */
function ofWeight(fonts: readonly KnownFont[], family: string | undefined, weight: FontWeight): KnownFont[] {
  const all = fonts.filter((font) => font.family === family);
  const fitting = all.filter((font) => font.weight === weight);
  return fitting.length > 0 ? fitting : all;
}

function listFonts(resourcesDir: string): KnownFont[] {
  const own = readList(join(resourcesDir, 'fonts.json'), fontList);
  const further = join(resourcesDir, 'fonts', 'further.json');
  const more = existsSync(further) ? readList(further, furtherFonts).fonts : [];
  return [...own.fonts, ...more].map(({ file, sha256, family, weight }) => ({ file, sha256, family, weight }));
}

function readList<T>(path: string, schema: z.ZodType<T>): T {
  let list: unknown;
  try {
    list = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new PrintingError('font-missing', `the list of fonts can't be read: ${path}`, { cause });
  }
  const parsed = schema.safeParse(list);
  if (!parsed.success) throw new PrintingError('font-damaged', `the list of fonts is not one: ${path}`, { cause: parsed.error });
  return parsed.data;
}

function readListed(resourcesDir: string, { file, sha256 }: KnownFont): Uint8Array {
  const path = join(resourcesDir, 'fonts', file);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new PrintingError('font-missing', `${file} is missing: type npm run fonts`, { cause });
  }
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new PrintingError('font-changed', `${file} is not the listed font: type npm run fonts`);
  }
  return bytes;
}
