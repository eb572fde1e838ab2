import { cpSync, existsSync, globSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The parts of a data folder that are damaged, each as often as the others, however many files it has. */
const areas = {
  journal: 'journal/own/*.tcj',
  anchors: 'journal/anchors',
  vault: 'vault/*',
  files: 'files/*.sealed',
  attachments: 'attachments/*.sealed',
  snapshot: 'snapshot/*.sealed',
  database: 'pages/*/IndexedDB/**/*',
} as const;
export type Area = keyof typeof areas;
const ways = ['flip', 'cut', 'delete', 'swap', 'older', 'older-database'] as const;

/** What was done to a copy of the counter, in words for whoever looks into a failure. */
export interface Damage {
  readonly area: Area;
  readonly way: (typeof ways)[number];
  readonly file: string;
  readonly what: string;
}

interface Copy {
  readonly folder: string;
  readonly older: readonly string[];
  random(): number;
}

/** Damages one file of the data folder (two where they are swapped); what the seed says can't be done here is a flip instead. */
export function damageOne({ folder, older, random }: Copy): Damage {
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const area = pick(Object.keys(areas) as Area[]);
  const files = filesOf(folder, area);
  const file = pick(files);
  const path = join(folder, file);
  const way = pick(ways);
  const done = (name: Damage['way'], what: string): Damage => ({ area, way: name, file, what });
  const bytes = statSync(path).size;
  if (way === 'older-database') return olderDatabase(folder, pick(older)) ?? flip();
  if (way === 'delete') {
    rmSync(path);
    return done('delete', 'deleted');
  }
  if (way === 'cut') {
    const to = below(bytes);
    truncateSync(path, to);
    return done('cut', `cut from ${bytes} to ${to} bytes`);
  }
  if (way === 'swap') {
    const others = files.filter(
      (other) => other !== file && dirname(other) === dirname(file) && differ(path, join(folder, other)),
    );
    if (others.length === 0) return flip();
    const other = pick(others);
    renameSync(path, `${path}.swapped`);
    renameSync(join(folder, other), path);
    renameSync(`${path}.swapped`, join(folder, other));
    return done('swap', `swapped with ${other}`);
  }
  if (way === 'older') {
    const from = join(pick(older), file);
    if (!existsSync(from) || !differ(path, from)) return flip();
    cpSync(from, path);
    return done('older', `replaced by ${from}`);
  }
  return flip();

  function flip(): Damage {
    const content = readFileSync(path);
    const at = Array.from({ length: 1 + below(8) }, () => below(content.length));
    if (content.length === 0) {
      writeFileSync(path, Buffer.from([below(256)]));
      return done('flip', 'an empty file got a byte');
    }
    for (const each of at) content[each] = (content[each] ?? 0) ^ (1 << below(8));
    writeFileSync(path, content);
    return done('flip', `${at.length} bits flipped at ${at.join(', ')} of ${bytes}`);
  }
}

/** The whole database as it was: a single old file of it seldom opens at all. */
function olderDatabase(folder: string, from: string): Damage | undefined {
  const [file] = globSync('pages/*/IndexedDB', { cwd: folder });
  if (!file || !existsSync(join(from, file))) return undefined;
  rmSync(join(folder, file), { recursive: true });
  cpSync(join(from, file), join(folder, file), { recursive: true });
  return { area: 'database', way: 'older-database', file, what: `replaced by ${from}` };
}

function filesOf(folder: string, area: Area): string[] {
  const files = globSync(areas[area], { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile());
  if (files.length === 0) throw new Error(`the filled counter has nothing in ${areas[area]}`);
  // By size, since the names of sealed files are other ones on each counter: the same seed is to strike the same kind of file.
  const size = (file: string) => statSync(join(folder, file)).size;
  return files.toSorted((a, b) => size(a) - size(b) || a.localeCompare(b, 'en'));
}

function differ(one: string, other: string): boolean {
  return !readFileSync(one).equals(readFileSync(other));
}
