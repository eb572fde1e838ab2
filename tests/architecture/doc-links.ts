import { dirname, join, normalize } from 'node:path';

interface Document {
  path: string;
  text: string;
  there(path: string): boolean;
  read(path: string): string;
}

/** A document's links to places of the project, as they are written. */
export function linksOf(text: string): string[] {
  const links = [...withoutCode(text).matchAll(/\]\(([^()\s]+)\)/g)].map((match) => match[1] ?? '');
  return links.filter((link) => !/^[a-z]+:/.test(link));
}

/** The path that a link of a document leads to, without its heading. */
export function targetOf(path: string, link: string): string {
  const [file = ''] = link.split('#');
  return file === '' ? path : normalize(join(dirname(path), file));
}

/** Relative links of a document that lead to no file, or to a heading that its document lacks. */
export function findBrokenLinks({ path, text, there, read }: Document): string[] {
  const isBroken = (link: string) => {
    const [, heading] = link.split('#');
    const target = targetOf(path, link);
    if (target !== path && !there(target)) return true;
    return heading !== undefined && !headingsOf(target === path ? text : read(target)).includes(heading);
  };
  return linksOf(text)
    .filter(isBroken)
    .map((link) => `${path}: ${link}`);
}

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

/** Headings as they are linked to. */
function headingsOf(text: string): string[] {
  return [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
