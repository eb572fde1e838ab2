import { extname } from 'node:path';

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
  ['.otf', 'font/otf'],
  ['.bcmap', 'application/octet-stream'],
  ['.pfb', 'application/octet-stream'],
]);

/** The type of a page's file by its name, or undefined for what no page of ours has a use for: that isn't served. */
export const findMimeType = (file: string): string | undefined => types.get(extname(file).toLowerCase());
