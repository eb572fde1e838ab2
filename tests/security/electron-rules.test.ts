import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openExternal } from '../../electron/host/electron/security/open-external.ts';
import { limitPermissions } from '../../electron/host/electron/security/permissions.ts';
import {
  app,
  BrowserWindow,
  Menu,
  resetElectron,
  StandInContents,
  StandInEvent,
  session,
  shell,
} from '../fixtures/electron-stand-in.ts';
import { startOnStandIn } from '../fixtures/start-electron-stand-in.ts';

vi.mock('electron', () => import('../fixtures/electron-stand-in.ts'));
beforeEach(resetElectron);

const everyPermission = [
  'camera',
  'media',
  'clipboard-read',
  'clipboard-sanitized-write',
  'geolocation',
  'notifications',
  'openExternal',
  'hid',
  'unknown',
];

/** Any page at all that turns up, not one that the program opened. */
function strayContents(): StandInContents {
  const contents = new StandInContents(session.fromPartition('stray'));
  app.emit('web-contents-created', new StandInEvent(), contents);
  return contents;
}

async function openBoth() {
  const { host, lines } = await startOnStandIn();
  await host.openRecordsPage();
  await host.openDesk({ title: '人才服务窗口', onPort: () => {} });
  const [records, desk] = BrowserWindow.all;
  if (records === undefined || desk === undefined) throw new Error('two windows were expected');
  return { host, lines, records, desk };
}

describe('windows', () => {
  test('every window, the hidden one too, is sandboxed and isolated and has no Node', async () => {
    await openBoth();
    expect(BrowserWindow.all).toHaveLength(2);
    for (const { options } of BrowserWindow.all) {
      const { session: _session, preload, ...preferences } = options.webPreferences;
      expect(preload).toMatch(/preload\.cjs$/);
      expect(preferences).toEqual({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        plugins: false,
        navigateOnDragDrop: false,
        disableDialogs: true,
        spellcheck: false,
        devTools: true,
        backgroundThrottling: false,
      });
      expect(options['show']).toBe(false);
    }
    expect(app.sandboxed).toBe(true);
  });

  test('a release has no developer tools, no menu and no debugging port', async () => {
    app.isPackaged = true;
    for (const name of ['remote-debugging-port', 'remote-debugging-pipe']) app.commandLine.appendSwitch(name, '0');
    const { desk, records } = await openBoth();
    expect([desk, records].map(({ options }) => options.webPreferences['devTools'])).toEqual([false, false]);
    expect([...app.commandLine.switches.keys()].filter((name) => name.includes('debugging'))).toEqual([]);
    expect(Menu.set).toEqual([null]);
    desk.webContents.emit('devtools-opened');
    expect(desk.webContents.devToolsClosed).toBe(1);
  });
});

describe('the browser’s own sandbox', () => {
  test.each(['no-sandbox', 'single-process', 'disable-web-security'])('a release does not start with --%s', async (name) => {
    app.isPackaged = true;
    app.commandLine.appendSwitch(name);
    await expect(startOnStandIn()).rejects.toMatchObject({ code: 'unsafe' });
    expect(BrowserWindow.all).toEqual([]);
  });

  test('a developer may, and the program says so wherever it says what it runs on', async () => {
    expect((await startOnStandIn()).host.description).toMatch(/in its own sandbox$/);
    resetElectron();
    app.commandLine.appendSwitch('no-sandbox');
    expect((await startOnStandIn()).host.description).toMatch(/with --no-sandbox$/);
  });
});

describe('where a page may go', () => {
  test('a page may load itself again and go nowhere else', async () => {
    const { desk } = await openBoth();
    const { webContents } = desk;
    expect(webContents.wants('will-navigate', 'app://desk/')).toBe(true);
    expect(webContents.wants('will-navigate', 'app://desk/#/papers')).toBe(true);
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1/',
      'app://records/',
      'app://desk/?next=app://desk/',
      'app://desk/assets/desk.js',
      'app://desk.example/',
      'app://deskx/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:text/html,<p>',
      'blob:app://desk/1',
    ])
      expect(webContents.wants('will-navigate', url), url).toBe(false);
  });

  test('no frame inside a page goes anywhere, and no redirect is followed, not even to ourselves', async () => {
    const { webContents } = (await openBoth()).desk;
    expect(webContents.wants('will-frame-navigate', 'app://desk/', false)).toBe(false);
    expect(webContents.wants('will-redirect', 'app://desk/')).toBe(false);
  });

  test('what a page wanted is logged without the address', async () => {
    const { desk, lines } = await openBoth();
    desk.webContents.wants('will-navigate', 'https://example.com/?name=乌兰');
    expect(lines.at(-1)).toBe('A page wanted to go to https: and was kept where it is.');
  });

  test('no page opens a window, and nothing reaches the person’s own browser', async () => {
    const { webContents } = (await openBoth()).desk;
    expect(webContents.windowOpenHandler?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    expect(webContents.windowOpenHandler?.({ url: 'app://desk/' })).toEqual({ action: 'deny' });
    await Promise.resolve();
    expect(shell.opened).toEqual([]);
  });

  test('only a whole address on the list, by https, is handed to the person’s own browser', async () => {
    const list = new Map([
      ['https://example.org/help', 'a sample'],
      ['file:///etc/passwd', 'a mistake in the list'],
    ]);
    expect(await openExternal('https://example.org/help', list)).toBe(true);
    expect(await openExternal('https://example.org/help?name=x', list)).toBe(false);
    expect(await openExternal('file:///etc/passwd', list)).toBe(false);
    expect(await openExternal('https://example.org/help')).toBe(false);
    expect(shell.opened).toEqual(['https://example.org/help']);
  });

  test('a webview is never attached', async () => {
    const { webContents } = (await openBoth()).desk;
    const event = new StandInEvent();
    webContents.emit('will-attach-webview', event, {}, {});
    expect(event.defaultPrevented).toBe(true);
  });
});

describe('what a page may use', () => {
  test('every permission is refused, asked for or asked about, and every device', async () => {
    const { desk, records } = await openBoth();
    for (const { webContents } of [desk, records]) {
      const { permissionRequest, permissionCheck, devicePermission } = webContents.session;
      for (const permission of everyPermission) {
        const answers: boolean[] = [];
        permissionRequest?.(...([webContents, permission, (answer: boolean) => answers.push(answer), {}] as never[]));
        expect(answers, permission).toEqual([false]);
        expect(permissionCheck?.(...([webContents, permission, 'app://desk', {}] as never[])), permission).toBe(false);
      }
      expect(devicePermission?.(...([{ deviceType: 'usb' }] as never[]))).toBe(false);
    }
  });

  test('the camera is the desk’s, its picture alone, and nobody else’s', async () => {
    const { session: own } = (await openBoth()).desk.webContents;
    const asked = (requestingUrl: string, mediaTypes: string[], isMainFrame = true) => {
      const answers: boolean[] = [];
      const answer = (granted: boolean) => answers.push(granted);
      own.permissionRequest?.(...([null, 'media', answer, { requestingUrl, mediaTypes, isMainFrame }] as never[]));
      return answers[0];
    };
    const known = (origin: string, mediaType: string) =>
      own.permissionCheck?.(...([null, 'media', origin, { mediaType, isMainFrame: true }] as never[]));
    expect([asked('app://desk/#/verify', ['video']), known('app://desk/', 'video')]).toEqual([true, true]);
    expect([asked('app://desk/', ['audio']), known('app://desk', 'audio')]).toEqual([false, false]);
    expect([asked('app://desk/', ['video', 'audio']), asked('app://desk/', [])]).toEqual([false, false]);
    expect([asked('app://records/', ['video']), known('app://records', 'video')]).toEqual([false, false]);
    expect([asked('app://desk.evil/', ['video']), asked('app://desk/', ['video'], false)]).toEqual([false, false]);
  });

  test('a permission on the list is granted and no other', () => {
    const own = session.fromPartition('with a list');
    limitPermissions(own as never, new Map([['media', () => true]]));
    expect(own.permissionCheck?.(...([null, 'media', 'app://desk', {}] as never[]))).toBe(true);
    expect(own.permissionCheck?.(...([null, 'geolocation', 'app://desk', {}] as never[]))).toBe(false);
  });

  test('a page has no network: its own files, images in data addresses, nothing else', async () => {
    app.isPackaged = true;
    const { webContents } = (await openBoth()).desk;
    const passes = (url: string, resourceType = 'xhr') => {
      let cancelled: boolean | undefined;
      webContents.session.beforeRequest?.({ url, resourceType }, ({ cancel }) => {
        cancelled = cancel;
      });
      return cancelled === false;
    };
    expect(passes('app://desk/assets/desk.js', 'script')).toBe(true);
    expect(passes('data:image/png;base64,AA', 'image')).toBe(true);
    expect(passes('blob:app://desk/1')).toBe(true);
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1:80/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'ftp://x/',
      'app://elsewhere/',
      'app://desk.x/',
      'devtools://devtools/bundled/',
    ])
      expect(passes(url), url).toBe(false);
    expect(passes('data:text/html,x', 'subFrame')).toBe(false);
    expect(passes('data:application/json,1', 'xhr')).toBe(false);
    expect(passes('blob:app://desk/1', 'mainFrame')).toBe(false);
  });

  test('names resolve to nothing and the proxy is a dead one, before the browser starts', async () => {
    await startOnStandIn();
    expect(Object.fromEntries(app.commandLine.switches)).toMatchObject({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'proxy-server': 'http://no-network.invalid:9',
      'proxy-bypass-list': '<-loopback>',
      'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    });
  });

  test('downloads are cancelled and spelling is not checked', async () => {
    const { webContents } = (await openBoth()).desk;
    const event = new StandInEvent();
    webContents.session.emit('will-download', event, {}, webContents);
    expect(event.defaultPrevented).toBe(true);
    expect(webContents.session.spelling).toEqual([false]);
  });

  test('a bad certificate is not trusted; no client certificate and no password is given', async () => {
    await startOnStandIn();
    const given: unknown[][] = [];
    const keep = (...answer: unknown[]) => given.push(answer);
    const events = [new StandInEvent(), new StandInEvent(), new StandInEvent()];
    app.emit('certificate-error', events[0], null, 'https://example.com/', 'ERR', {}, keep, true);
    app.emit('select-client-certificate', events[1], null, 'https://example.com/', [{}], keep);
    app.emit('login', events[2], null, {}, {}, keep);
    expect(given).toEqual([[false], [], []]);
    expect(events.map(({ defaultPrevented }) => defaultPrevented)).toEqual([true, true, true]);
  });
});

test('a page that nobody asked for has the same rules from its first moment', async () => {
  await startOnStandIn();
  const stray = strayContents();
  expect(stray.wants('will-navigate', 'app://desk/')).toBe(false);
  stray.url = 'https://example.com/';
  expect(stray.wants('will-navigate', 'https://example.com/')).toBe(false);
  expect(stray.windowOpenHandler?.({ url: 'app://desk/' })).toEqual({ action: 'deny' });
  expect(stray.webRtcPolicy).toBe('disable_non_proxied_udp');
  expect(stray.session.permissionCheck?.(...([null, 'media', 'https://elsewhere.example', {}] as never[]))).toBe(false);
  expect((await stray.session.ask('app://desk/')).type).toBe('error');
  expect((await stray.session.ask('https://example.com/')).type).toBe('error');
});
