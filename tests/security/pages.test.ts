import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPages, type Pages } from '../../electron/host/pages.ts';

const origin = 'https://desk.talent-counter.invalid';
let root: string;
let pages: Pages;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pages-'));
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('out/renderer/desk/index.html', '<html><head><meta name="nonce" content="__STYLE_NONCE__"></head></html>');
  write('out/renderer/records/index.html', 'RECORDS');
  write('out/renderer/assets/desk.js', 'DESK');
  write('out/renderer/assets/人 名.css', 'STYLE');
  write('out/renderer/assets/secret.txt', 'SECRET');
  write('out/renderer/assets-old/old.js', 'SECRET');
  write('out/renderer/top.js', 'SECRET');
  write('fonts/noto.woff2', 'FONT');
  write('data/key.json', 'SECRET');
  symlinkSync(join(root, 'data/key.json'), join(root, 'out/renderer/assets/link.json'));
  symlinkSync(join(root, 'data'), join(root, 'out/renderer/assets/folder'));
  symlinkSync(join(root, 'out/renderer/assets/desk.js'), join(root, 'out/renderer/assets/same.js'));
  mkdirSync(join(root, 'out/renderer/assets/a-folder.js'));
  pages = createPages({ origin, renderer: join(root, 'out/renderer'), page: 'desk', fonts: join(root, 'fonts') });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function ask(path: string, method = 'GET') {
  const { status, headers, body } = await pages({ method, url: path.startsWith('http') ? path : origin + path });
  return { status, headers, text: new TextDecoder().decode(body) };
}

describe('what a page gets', () => {
  test('itself, its bundles and its fonts, with a nonce that is new each time', async () => {
    const [first, second] = [await ask('/'), await ask('/?x=1#y')];
    expect(first).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    const nonce = /content="([^"]+)"/.exec(first.text)?.[1];
    expect(nonce).toMatch(/^[\w+/]{24}$/);
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
    expect(second.text).not.toBe(first.text);
    expect(await ask('/assets/desk.js')).toMatchObject({ status: 200, text: 'DESK' });
    expect(await ask('/assets/desk.js?v=3')).toMatchObject({ status: 200, text: 'DESK' });
    expect(await ask(`/assets/${encodeURIComponent('人 名.css')}`)).toMatchObject({ status: 200, text: 'STYLE' });
    expect(await ask('/fonts/noto.woff2')).toMatchObject({ status: 200, headers: { 'content-type': 'font/woff2' } });
    expect(await ask('/assets/same.js')).toMatchObject({ status: 200, text: 'DESK' });
  });

  test('the camera where it is the desk, and nowhere else', async () => {
    const ofPage = async (page: 'desk' | 'records') => {
      const answer = createPages({ origin, renderer: join(root, 'out/renderer'), page });
      return (await answer({ method: 'GET', url: `${origin}/` })).headers['permissions-policy'] ?? '';
    };
    expect(await ofPage('desk')).toMatch(/\bcamera=\(self\)/);
    expect(await ofPage('desk')).toMatch(/\bmicrophone=\(\)/);
    expect(await ofPage('records')).toMatch(/\bcamera=\(\)/);
  });

  test('nothing of fonts where it draws with none', async () => {
    const records = createPages({ origin, renderer: join(root, 'out/renderer'), page: 'records' });
    expect((await records({ method: 'GET', url: `${origin}/fonts/noto.woff2` })).status).toBe(404);
  });
});

describe('what no page gets', () => {
  const refused = [
    '/assets/../top.js',
    '/assets/../../../data/key.json',
    '/assets/%2e%2e/top.js',
    '/assets/%2E%2E/%2e%2e/data/key.json',
    '/assets/..%2ftop.js',
    '/assets/%2e%2e%2ftop.js',
    '/assets/%252e%252e/top.js',
    '/assets/..\\top.js',
    '/assets/..%5ctop.js',
    '/assets/.../top.js',
    '/assets/./../top.js',
    '/..;/top.js',
    '/assets//desk.js',
    '/assets/desk.js/',
    '/assets/x/../desk.js',
    '/assets/./desk.js',
    '//assets/desk.js',
    '/assets/',
    '/assets',
    '/assets/a-folder.js',
    '/assets-old/old.js',
    '/assets/../assets-old/old.js',
    '/top.js',
    '/desk/index.html',
    '/records/index.html',
    '/index.html',
    '/data/key.json',
    '/assets/link.json',
    '/assets/folder/key.json',
    '/assets/secret.txt',
    '/assets/missing.js',
    '/assets/desk.js%00.css',
    '/assets/desk.js%00',
    '/assets/%',
    '/assets/%ff%fe.js',
    '/etc/passwd',
    '/assets//etc/passwd',
    '/assets/C:/windows/win.ini',
    '/assets/C:%5cwindows',
    '/fonts/../out/renderer/top.js',
    '/fonts/..%2fdata/key.json',
    `/assets/${'a/'.repeat(3_000)}b.js`,
  ];
  test.each(refused)('%s', async (path) => {
    const { status, text } = await ask(path);
    expect([403, 404]).toContain(status);
    expect(text).toBe('');
  });

  test.each(['/assets/%252e%252e/top.js', '/assets/a\\b.js', '/assets/desk.js%00', '/assets/C:/x.js', '/assets/%', '/../top.js'])(
    'an address that is not plainly ours is refused before any file is looked for: %s',
    async (path) => {
      expect((await ask(path)).status).toBe(403);
    },
  );

  test.each([
    'https://records.talent-counter.invalid/assets/desk.js',
    'https://desk.talent-counter.invalid.example/assets/desk.js',
    'https://desk.talent-counter.invalid@example.com/assets/desk.js',
    'https://desk.talent-counter.invalid:444/assets/desk.js',
    'http://desk.talent-counter.invalid/assets/desk.js',
    'https://desk.talent-counter.invalid',
    'https://example.com/',
    'file:///etc/passwd',
    'chrome://version/',
  ])('another address: %s', async (url) => {
    expect((await ask(url)).status).toBe(403);
  });

  test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'get'])('by %s', async (method) => {
    expect(await ask('/assets/desk.js', method)).toMatchObject({ status: 405, text: '' });
  });

  test('a file that can not be read is a refusal like any other', async () => {
    const file = join(root, 'out/renderer/assets/closed.js');
    writeFileSync(file, 'CLOSED');
    chmodSync(file, 0);
    const { status } = await ask('/assets/closed.js');
    // Root reads it all the same.
    expect(status).toBe(process.getuid?.() === 0 ? 200 : 404);
  });

  test('no path made of dots, slashes and percent signs leads out of the folders', async () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2e%2e',
      '/',
      '%2f',
      '\\',
      '%5c',
      '%25',
      'assets',
      'top.js',
      'data',
      'key.json',
      'assets-old',
      'old.js',
      'folder',
      '%00',
      ';',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 9 }), async (parts) => {
        const { text } = await ask(`/assets/${parts.join('')}`);
        expect(text).not.toContain('SECRET');
      }),
      { numRuns: 2_000 },
    );
  });
});

test('every answer, refusals too, bears the policy, and no kind of inline code or other origin is in it', async () => {
  for (const path of ['/', '/assets/desk.js', '/missing', 'https://example.com/']) {
    const { headers } = await ask(path);
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-src 'none'");
    expect(policy).toContain("form-action 'none'");
    expect(policy).not.toMatch(/unsafe|\*|http:|https:|wss?:/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(headers['permissions-policy']).toContain('geolocation=()');
  }
});
