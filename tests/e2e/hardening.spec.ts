import { expect, type Page } from '@playwright/test';
import { zh } from '../../renderer/desk/i18n/words.ts';
import { directTier } from '../integration/program-people.ts';
import { newcomer } from './clerk.ts';
import { test } from './desk-test.ts';
import { knock, type OutsideWorld, openOutsideWorld } from './outside-world.ts';
import { deskOrigin } from './running-desk.ts';

test.use({ mayComplain: true });

let world: OutsideWorld;
test.beforeEach(async () => {
  world = await openOutsideWorld();
});
test.afterEach(async () => {
  // It was there to be knocked at: whoever is let out reaches it.
  const before = world.knocks();
  await knock(world);
  expect(world.knocks()).toBe(before + 2);
  await world.close();
});

/**
 * What came of a piece of the page's own script: `name` of what it threw, or its value. It runs from a timer, since what a debugger
 * evaluates is let through by the page's policy.
 */
function tried(page: Page, script: string): Promise<unknown> {
  return page.evaluate(`new Promise((done) => setTimeout(async () => {
    try { done(await (async () => { ${script} })()); } catch (error) { done(error.name); }
  }))`);
}

test('the page knows nothing of Node, Electron or the program’s files, and nothing is given to it by name', async ({ page }) => {
  const names = [
    'require',
    'process',
    'module',
    'exports',
    'Buffer',
    'global',
    '__dirname',
    'electron',
    'ipcRenderer',
    'Deno',
    'Bun',
  ];
  for (const name of names) expect(await page.evaluate(`typeof globalThis.${name}`), name).toBe('undefined');
  // The host's own way in and out is in a world of its own.
  expect(await page.evaluate(`Object.getOwnPropertyNames(window).filter((name) => /talent|bridge/i.test(name))`)).toEqual([]);
  // What a bare page has not: the marks that two libraries leave, and nothing of the program's.
  const added = `(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const bare = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    frame.remove();
    return Object.getOwnPropertyNames(window).filter((name) => !bare.has(name)).sort();
  })()`;
  expect(await page.evaluate(added)).toEqual(['__TSR_ROUTER__', '__zod_globalConfig', '__zod_globalRegistry']);
});

test('code in texts, inline scripts, handlers and scripts from elsewhere never run', async ({ page }) => {
  expect(await tried(page, `return eval('1 + 1');`)).toBe('EvalError');
  expect(await tried(page, `return new Function('return 2')();`)).toBe('EvalError');
  const marks: Record<string, string> = {
    timer: `setTimeout('window.ran.timer = true'); `,
    inline: `const s = document.createElement('script'); s.textContent = 'window.ran.inline = true'; document.head.append(s);`,
    handler: `const b = document.createElement('button'); b.setAttribute('onclick', 'window.ran.handler = true'); document.body.append(b); b.click(); b.remove();`,
    address: `const a = document.createElement('a'); a.href = 'javascript:window.ran.address = true'; document.body.append(a); a.click(); a.remove();`,
    data: `const s = document.createElement('script'); s.src = 'data:text/javascript,window.ran.data = true'; document.head.append(s);`,
    blob: `const s = document.createElement('script'); s.src = URL.createObjectURL(new Blob(['window.ran.blob = true'])); document.head.append(s);`,
    elsewhere: `const s = document.createElement('script'); s.src = '${world.origin}/x.js'; document.head.append(s);`,
    worker: `const w = new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))); w.onmessage = () => { window.ran.worker = true; };`,
  };
  await page.evaluate('window.ran = {}');
  for (const script of Object.values(marks)) await tried(page, script);
  await page.waitForTimeout(500);
  expect(await page.evaluate('window.ran')).toEqual({});
  expect(await tried(page, `return (await import('data:text/javascript,export default 1')).default;`)).toBe('TypeError');
  expect(world.knocks()).toBe(0);
});

test('no frame, object, foreign base or form gets in', async ({ page }) => {
  await tried(
    page,
    `window.refused = new Set();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => window.refused.add(effectiveDirective));
    for (const [tag, address] of [['iframe', 'src'], ['embed', 'src'], ['object', 'data']]) {
      const element = document.createElement(tag);
      element.setAttribute(address, '${world.origin}/');
      document.body.append(element);
    }
    const own = document.createElement('iframe');
    own.src = location.href;
    document.body.append(own);
    const base = document.createElement('base');
    base.href = '${world.origin}/';
    document.head.append(base);
    const form = document.createElement('form');
    form.action = '${world.origin}/';
    form.method = 'post';
    document.body.append(form);
    form.submit();`,
  );
  await page.waitForTimeout(500);
  expect(await page.evaluate('document.baseURI')).toMatch(/^(https:\/\/desk|app:\/\/desk)/);
  // Each by its own rule of the policy, whatever else stands in its way behind that.
  expect(await page.evaluate('[...window.refused].sort()')).toEqual(['base-uri', 'form-action', 'frame-src', 'object-src']);
  for (const frame of page.frames().slice(1)) expect(await frame.content().catch(() => '')).not.toContain('id="root"');
  expect(world.knocks()).toBe(0);
});

test('no page has a network: nothing that a script can ask for reaches anybody', async ({ page, hostName }) => {
  const records = deskOrigin[hostName].replace('desk', 'records');
  for (const address of [world.origin, `${records}/`, 'https://example.invalid/', 'http://[::1]:9/', 'file:///etc/hostname'])
    expect(await tried(page, `return (await fetch('${address}')).status;`), address).toBe('TypeError');
  const sent = `
    const outcome = (begin) => new Promise((done) => {
      try { begin(done); } catch (error) { done(error.name); }
      setTimeout(() => done('nothing'), 3000);
    });
    return [
      await outcome((done) => { const x = new XMLHttpRequest(); x.onload = () => done('came'); x.onerror = () => done('refused'); x.open('GET', '${world.origin}/x'); x.send(); }),
      await outcome((done) => { const s = new WebSocket('ws://127.0.0.1:${world.port}/'); s.onopen = () => done('came'); s.onerror = () => done('refused'); }),
      await outcome((done) => { const e = new EventSource('${world.origin}/'); e.onopen = () => done('came'); e.onerror = () => done('refused'); }),
      await outcome((done) => { const i = new Image(); i.onload = () => done('came'); i.onerror = () => done('refused'); i.src = '${world.origin}/x.png'; }),
      await outcome((done) => { navigator.sendBeacon('${world.origin}/x', 'x'); done('refused'); }),
      await outcome((done) => { const f = new FontFace('x', 'url(${world.origin}/x.woff2)'); f.load().then(() => done('came'), () => done('refused')); }),
    ];`;
  expect(await tried(page, sent)).toEqual(Array.from({ length: 6 }, () => 'refused'));
  await tried(
    page,
    `for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'preload', 'modulepreload', 'stylesheet', 'manifest']) {
      const link = document.createElement('link');
      Object.assign(link, { rel, href: '${world.origin}/' + rel, as: 'script' });
      document.head.append(link);
    }`,
  );
  await page.waitForTimeout(500);
  expect(world.knocks()).toBe(0);
});

test('WebRTC finds no way out either, and tells no address of this computer', async ({ page }) => {
  const candidates = await tried(
    page,
    `const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${world.udpPort}' }] });
     const found = [];
     peer.onicecandidate = ({ candidate }) => { if (candidate?.candidate) found.push(candidate.candidate); };
     peer.createDataChannel('x');
     await peer.setLocalDescription(await peer.createOffer());
     await new Promise((done) => { peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && done(); setTimeout(done, 3000); });
     peer.close();
     return found;`,
  );
  expect(candidates).toEqual([]);
  expect(world.knocks()).toBe(0);
});

test('the desk can’t be led away: by script, link, new window or a forged address', async ({ page, hostName, clerk }) => {
  const origin = deskOrigin[hostName];
  const pages = page.context().pages().length;
  const ways: Record<string, string> = {
    assign: `location.assign('${world.origin}/');`,
    replace: `location.replace('https://example.invalid/');`,
    sibling: `location.href = '${origin}.example.invalid/';`,
    data: `location.href = 'data:text/html,<h1>here</h1>';`,
    file: `location.href = 'file:///etc/hostname';`,
    link: `const a = document.createElement('a'); a.href = '${world.origin}/'; document.body.append(a); a.click();`,
    blank: `const a = document.createElement('a'); a.href = '${world.origin}/'; a.target = '_blank'; document.body.append(a); a.click();`,
    download: `const a = document.createElement('a'); a.href = '${world.origin}/x'; a.download = 'x.exe'; document.body.append(a); a.click();`,
    open: `window.open('${world.origin}/', 'x'); window.open('${origin}/', 'y'); window.open('about:blank');`,
    webview: `const v = document.createElement('webview'); v.setAttribute('src', '${world.origin}/'); document.body.append(v);`,
  };
  for (const [way, script] of Object.entries(ways)) {
    await tried(page, script).catch(() => undefined);
    await expect(page.locator('.frame-work h1'), way).toBeVisible();
    expect(page.url(), way).toMatch(`${origin}/`);
  }
  await tried(page, `location.href = '${origin}/?next=app://records/';`).catch(() => undefined);
  await expect(page.locator('.frame-work h1')).toBeVisible();
  expect(page.context().pages()).toHaveLength(pages);
  expect(world.knocks()).toBe(0);
  // And it still works: nobody was signed out by it.
  await clerk.press('F8');
  await expect(page.locator('.frame-work h1')).toHaveText(zh.verify.title);
});

test('nothing that a page might ask a person for is given', async ({ page }) => {
  expect(await tried(page, `return Notification.requestPermission();`)).toBe('denied');
  const denied = `return new Promise((done) => navigator.geolocation.getCurrentPosition(() => done('given'), ({ code }) => done(code)));`;
  expect(await tried(page, denied)).toBe(1);
  expect(await tried(page, `await navigator.mediaDevices.getUserMedia({ video: true }); return 'given';`)).not.toBe('given');
  expect(await tried(page, `await navigator.mediaDevices.getDisplayMedia(); return 'given';`)).not.toBe('given');
  expect(await tried(page, `await navigator.serviceWorker.register('/sw.js'); return 'given';`)).not.toBe('given');
  expect(await tried(page, `return (await navigator.usb?.getDevices())?.length ?? 0;`)).not.toBe(1);
});

test('the page keeps nothing of anybody: no storage, cookie, cache or database of it holds a name', async ({ page, clerk }) => {
  const facts = newcomer('留痕之人');
  await clerk.register(facts);
  await clerk.takeIn(directTier);
  // A browser keeps its windows' names on the disk.
  expect(await page.title()).not.toContain('留痕');
  await clerk.find('留痕');
  const kept = await page.evaluate(`(async () => JSON.stringify({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookie: document.cookie,
    caches: await caches.keys(),
    databases: await indexedDB.databases(),
    name: window.name,
    title: document.title,
    address: location.href,
    state: history.state,
  }))()`);
  expect(kept).not.toContain('留痕');
  expect(kept).not.toContain(facts.document.number);
  expect(JSON.parse(String(kept))).toMatchObject({ local: {}, cookie: '', caches: [], databases: [] });
});
