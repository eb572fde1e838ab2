import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontList } from '../shared/paper/font-list.ts';
import { CommandError } from './command-error.ts';
import { placeFonts } from './fonts.ts';

/**
 * Before a start: a font for paper that is missing is put in its place. Throws CommandError for one that can't be had here. That each is
 * the listed one, byte for byte, is looked at where it is drawn with.
 */
export async function ensureFonts(root: string): Promise<void> {
  const { fonts } = fontList.parse(JSON.parse(readFileSync(join(root, 'resources', 'fonts.json'), 'utf8')));
  if (fonts.every(({ file }) => existsSync(join(root, 'resources', 'fonts', file)))) return;
  const { problems } = await placeFonts({ root, from: [] });
  if (problems.length > 0) throw new CommandError(`Fonts for paper are not all there.\n${problems.join('\n')}`);
}
