import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { protocol, resetElectron, session } from '../fixtures/electron-stand-in.ts';
import { startOnStandIn } from '../fixtures/start-electron-stand-in.ts';

vi.mock('electron', () => import('../fixtures/electron-stand-in.ts'));
beforeEach(resetElectron);

test('app:// is a secure scheme with origins and fetch, and nothing more', async () => {
  await startOnStandIn();
  expect(protocol.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
});

test('the desk is served with its policy and a fresh nonce; the records page too', async () => {
  await startOnStandIn();
  const desk = session.fromPartition('desk');
  const [first, second] = [await desk.ask('app://desk/'), await desk.ask('app://desk/')];
  const nonce = /content="([^"]+)"/.exec(await first.text())?.[1] ?? '';
  expect(nonce).toMatch(/^[A-Za-z0-9+/]{24}$/);
  expect(first.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
  expect(first.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  expect(await second.text()).not.toContain(nonce);
  expect(await (await desk.ask('app://desk/assets/desk.js')).text()).toBe('export {};');
  expect((await session.fromPartition('persist:records').ask('app://records/')).status).toBe(200);
});

test('each page’s session serves that page alone', async () => {
  await startOnStandIn();
  expect((await session.fromPartition('desk').ask('app://records/')).type).toBe('error');
  expect((await session.fromPartition('persist:records').ask('app://desk/')).type).toBe('error');
});

test('nothing outside the built pages is served, by whatever way it is asked for', async () => {
  const { renderer } = await startOnStandIn();
  symlinkSync(join(renderer, 'secret.js'), join(renderer, 'assets', 'link.js'));
  const desk = session.fromPartition('desk');
  for (const url of [
    'app://desk/secret.js',
    'app://desk/assets/../secret.js',
    'app://desk/assets/%2e%2e/secret.js',
    'app://desk/assets/%252e%252e/secret.js',
    'app://desk/assets/..%2fsecret.js',
    'app://desk/assets/..%5csecret.js',
    'app://desk/assets\\..\\secret.js',
    'app://desk/assets/link.js',
    `app://desk/${renderer}/secret.js`,
    'app://desk/assets-beside/desk.js',
    'app://desk/records/index.html',
    'app://desk.example/assets/desk.js',
  ]) {
    const answer = await desk.ask(url);
    expect([0, 404], url).toContain(answer.status);
    expect(await answer.text(), url).toBe('');
  }
});

test('only GET is answered', async () => {
  await startOnStandIn();
  for (const method of ['POST', 'PUT', 'HEAD', 'OPTIONS'])
    expect((await session.fromPartition('desk').ask('app://desk/', { method })).type, method).toBe('error');
});

test('the desk keeps nothing on this disk; only the records do', async () => {
  await startOnStandIn();
  expect(session.fromPartition('desk').partition.startsWith('persist:')).toBe(false);
  expect(session.fromPartition('persist:records').options).toEqual({ cache: false });
});

test('a missing page is a failed request, and no path of this machine is told', async () => {
  const { renderer } = await startOnStandIn();
  rmSync(join(renderer, 'desk'), { recursive: true });
  expect((await session.fromPartition('desk').ask('app://desk/')).type).toBe('error');
});
