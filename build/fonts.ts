/**
 * Puts the fonts of resources/fonts.json into resources/fonts, with their licences: `npm run fonts`. A font that no package here has is
 * handed over by `npm run fonts -- --from FILE`. Nothing is taken that isn't, byte for byte, what the list says. Safe to run again.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type FontList, fontList, type ListedFont } from '../shared/paper/font-list.ts';

export interface FontPlaces {
  /** The checkout. */
  root: string;
  /** Files that a person handed over. */
  from: readonly string[];
}

/** The list's fonts that lie in resources/fonts now, and words for those that could not be had. */
export async function placeFonts({
  root,
  from,
}: FontPlaces): Promise<{ placed: string[]; present: string[]; problems: string[] }> {
  const list: FontList = fontList.parse(JSON.parse(await readFile(join(root, 'resources', 'fonts.json'), 'utf8')));
  const folder = join(root, 'resources', 'fonts');
  await mkdir(folder, { recursive: true });
  const outcome = { placed: [] as string[], present: [] as string[], problems: [] as string[] };
  const handedOver = new Map<string, string>();
  for (const file of from) {
    if (!existsSync(file)) outcome.problems.push(`${file}: there is no such file.`);
    else handedOver.set(await sha256(file), file);
  }
  for (const font of list.fonts) {
    const target = join(folder, font.file);
    if (existsSync(target) && (await sha256(target)) === font.sha256) outcome.present.push(font.file);
    else {
      const source = handedOver.get(font.sha256) ?? sourceOf(root, font);
      if (existsSync(source) && (await sha256(source)) === font.sha256) {
        await copyWhole(source, target);
        outcome.placed.push(font.file);
      } else outcome.problems.push(whatToDo(font, existsSync(source)));
    }
    const { licence } = font;
    await copyWhole(
      'npm' in licence ? join(root, 'node_modules', licence.npm) : join(root, licence.git),
      join(folder, licence.file),
    );
  }
  const wanted = new Set(list.fonts.map((font) => font.sha256));
  for (const [hash, file] of handedOver) {
    if (!wanted.has(hash)) outcome.problems.push(`${file}: this is none of the fonts in resources/fonts.json (SHA-256 ${hash}).`);
  }
  return outcome;
}

const sourceOf = (root: string, { from }: ListedFont) => ('npm' in from ? join(root, 'node_modules', from.npm) : from.path);

function whatToDo({ file, from, sha256: expected }: ListedFont, differs: boolean): string {
  const trouble = differs ? `${file}: the file found is another one than the list's (SHA-256 ${expected})` : `${file}: missing`;
  if ('npm' in from) return `${trouble}. It comes with the Node packages: type npm ci, then npm run fonts.`;
  return (
    `${trouble}. Install Debian's package ${from.debian}, or take ${file} out of that package (${from.path}) on another machine, ` +
    `then type: npm run fonts -- --from PATH/TO/${file}`
  );
}

async function copyWhole(source: string, target: string): Promise<void> {
  const temporary = `${target}.tmp`;
  await copyFile(source, temporary);
  await rename(temporary, target).catch(async (error: unknown) => {
    await rm(temporary, { force: true });
    throw error;
  });
}

function readFrom(): string[] {
  try {
    return parseArgs({ options: { from: { type: 'string', multiple: true } } }).values.from ?? [];
  } catch {
    console.error('Fonts are handed over by: npm run fonts -- --from FILE, once for each file.');
    process.exit(1);
  }
}

async function sha256(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

if (import.meta.main) {
  const from = readFrom().map((file) => resolve(file));
  const { placed, present, problems } = await placeFonts({ root: resolve(import.meta.dirname, '..'), from });
  console.log(`Fonts in resources/fonts: ${placed.length} put there, ${present.length} already right.`);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
