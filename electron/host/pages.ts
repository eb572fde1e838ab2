import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { findMimeType } from './mime-type.ts';
import { pageHeaders } from './page-headers.ts';

export interface PagesOptions {
  /** What every address of this page starts with, no slash at its end: `https://desk.talent-counter.invalid`, `app://desk`. */
  origin: string;
  /** The built pages: out/renderer. */
  renderer: string;
  page: 'desk' | 'records';
  /** resources/fonts, for a page that draws with the program's own fonts. */
  fonts?: string;
}

export interface PageRequest {
  method: string;
  url: string;
}

export interface PageAnswer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

export type Pages = (request: PageRequest) => Promise<PageAnswer>;

const nonceMark = '__STYLE_NONCE__';

/**
 * Answers what one page of the program asks for: `/` is the page itself, `/assets/…` its bundles, `/fonts/…` the program's fonts.
 * Everything else is refused. Both hosts serve their pages through this and nothing else.
 */
export function createPages(options: PagesOptions): Pages {
  const folders = new Map([['assets', join(options.renderer, 'assets')]]);
  if (options.fonts !== undefined) folders.set('fonts', options.fonts);
  const page = join(options.renderer, options.page, 'index.html');

  return async ({ method, url }) => {
    if (method !== 'GET') return refuse(405);
    const path = findPath(options.origin, url);
    if (path === undefined) return refuse(403);
    if (path === '') return answerPage(page, options.page === 'desk');
    const [first = '', ...rest] = path.split('/');
    const folder = folders.get(first);
    return folder === undefined || rest.length === 0 ? refuse(404) : answerFile(folder, rest.join('/'));
  };
}

/** The decoded path without its first slash, or undefined where the address isn't plainly one of ours. */
function findPath(origin: string, url: string): string | undefined {
  if (!url.startsWith(`${origin}/`)) return undefined;
  const raw = url.slice(origin.length + 1).replace(/[?#].*$/s, '');
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return undefined;
  }
  // A percent sign left after decoding is a second layer of encoding, which no file of ours needs.
  if (/[\\%\0:]/.test(path)) return undefined;
  const parts = path.split('/');
  if (parts.some((part) => part === '.' || part === '..')) return undefined;
  return path !== '' && parts.includes('') ? undefined : path;
}

async function answerPage(file: string, isDesk: boolean): Promise<PageAnswer> {
  const nonce = randomBytes(18).toString('base64');
  const html = await readFile(file, 'utf8');
  return {
    status: 200,
    headers: pageHeaders('text/html; charset=utf-8', { styleNonce: nonce, isDesk }),
    body: bytes(html.replace(nonceMark, nonce)),
  };
}

async function answerFile(folder: string, path: string): Promise<PageAnswer> {
  const type = findMimeType(path);
  const file = type === undefined ? undefined : await findInside(folder, path);
  if (type === undefined || file === undefined) return refuse(404);
  try {
    return { status: 200, headers: pageHeaders(type), body: new Uint8Array(await readFile(file)) };
  } catch {
    return refuse(404);
  }
}

/** The real file behind a path, links followed, only if it lies in the folder. */
export async function findInside(folder: string, path: string): Promise<string | undefined> {
  if (!isInside(folder, resolve(folder, path))) return undefined;
  try {
    const [realFolder, realFile] = await Promise.all([realpath(folder), realpath(resolve(folder, path))]);
    return isInside(realFolder, realFile) ? realFile : undefined;
  } catch {
    return undefined;
  }
}

function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function refuse(status: number): PageAnswer {
  return { status, headers: pageHeaders('text/plain; charset=utf-8'), body: bytes('') };
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
