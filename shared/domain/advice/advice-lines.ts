import type { PolicyPack } from '../policy/pack.ts';
import type { PackMatter } from '../policy/pack-matter.ts';

/** One line of the one-off notice: a matter's heading, or something that it asks for. */
export interface AdviceLine {
  /** A matter's name, on the line that begins it. */
  title?: string;
  /** Beside a name: how and within which time it is decided. */
  term?: string;
  caption?: string;
  text?: string;
  /** How many originals and copies of a material. */
  sheets?: string;
}

/** As many as one A4 sheet holds where each takes one row. */
export const maxAdviceLines = 40;

/** What the one-off notice says of these matters, line by line, in the order of the pack. Topics that the pack lacks are left out. */
export function adviceLines(pack: PolicyPack, topics: readonly string[]): AdviceLine[] {
  return (pack.matters ?? []).filter(({ code }) => topics.includes(code)).flatMap(linesOf);
}

function linesOf({ name, kind, workingDays, conditions, materials, where, notes }: PackMatter): AdviceLine[] {
  const captioned = (caption: string, lines: readonly AdviceLine[]) =>
    lines.map((line, at) => (at === 0 ? { caption, ...line } : line));
  return [
    { title: name.zh, term: termOf(kind, workingDays) },
    ...captioned(
      '办理条件',
      conditions.map(({ zh: text }) => ({ text })),
    ),
    ...captioned(
      '所需材料',
      materials.map(({ name: { zh: text }, ...counts }) => ({ text, sheets: sheetsOf(counts) })),
    ),
    ...captioned('办理地点', where ? [{ text: where.zh }] : []),
    ...captioned(
      '说明',
      notes.map(({ zh: text }) => ({ text })),
    ),
  ];
}

function termOf(kind: PackMatter['kind'], workingDays: number | undefined): string {
  if (kind === 'immediate') return '即办件 · 当场办结';
  return workingDays === undefined ? '承诺件' : `承诺件 · 承诺时限${workingDays}个工作日`;
}

function sheetsOf({ originals, copies }: { originals: number; copies: number }): string {
  const counted = [originals > 0 && `原件${originals}份`, copies > 0 && `复印件${copies}份`].filter(Boolean);
  return counted.length > 0 ? counted.join(' ') : '出示即可';
}
