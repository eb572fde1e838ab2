import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChromiumHost } from '../../electron/host/chromium/chromium-host.ts';
import type { Port } from '../../electron/host/port.ts';
import { type HostFolder, makeHostFolder, openDesk, run, startHost } from '../integration/chromium-kit.ts';
import { DevTools, deskAddress } from '../integration/dev-tools.ts';

/** Somebody outside who would hear of anything that a page lets out. */
const heard: string[] = [];
const tcp = createServer((socket) => {
  heard.push('tcp connection');
  socket.on('error', () => undefined);
  socket.on('data', (data) => heard.push(String(data).slice(0, 80)));
});
const udp = createSocket('udp4', () => heard.push('udp packet'));

let folder: HostFolder;
let host: ChromiumHost;
let lines: string[];
let desk: ReturnType<typeof openDesk>;
let tools: DevTools;
let session: string;
const port = () => desk.all.at(-1) as Port;

beforeAll(async () => {
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const { port: tcpPort } = tcp.address() as { port: number };
  udp.bind(tcpPort, '127.0.0.1');
  await once(udp, 'listening');
  folder = makeHostFolder(tasksFor(`127.0.0.1:${tcpPort}`));
  writeFileSync(
    join(folder.renderer, 'assets', 'worker.js'),
    `fetch('http://127.0.0.1:${tcpPort}/worker').then(() => postMessage('got'), () => postMessage('nothing'))`,
  );
  ({ host, lines } = await startHost(folder, { debugPort: 0 }));
  desk = openDesk(host);
  await desk.first;
  await desk.loaded;
  tools = await DevTools.connect(host.debugEndpoint);
});
beforeEach(async () => {
  session = await tools.attach(deskAddress);
  heard.length = 0;
});
afterAll(async () => {
  tools?.close();
  await host?.close();
  tcp.close();
  udp.close();
  folder?.remove();
});

/** What a fault or an intruder in the desk's own page might try. */
function tasksFor(outside: string): Record<string, string> {
  const fails = (promise: string) => `return await ${promise}.then(() => 'got', () => 'nothing')`;
  return {
    fetch: fails(`fetch('http://${outside}/fetch')`),
    'fetch without cors': fails(`fetch('http://${outside}/nocors', { mode: 'no-cors' })`),
    'fetch by name': fails(`fetch('http://localhost:${outside.split(':')[1]}/name')`),
    'other page of ours': fails(`fetch('https://records.talent-counter.invalid/', { mode: 'no-cors' })`),
    post: fails(`fetch('/', { method: 'POST', body: 'x' })`),
    'dots in the address': fails(`fetch('/assets/%2e%2e%2frecords/index.html').then((r) => r.ok || Promise.reject())`),
    beacon: `navigator.sendBeacon('http://${outside}/beacon', 'x'); await new Promise((r) => setTimeout(r, 300)); return 'nothing'`,
    socket: `return await new Promise((r) => { const s = new WebSocket('ws://${outside}/'); s.onopen = () => r('got'); s.onerror = () => r('nothing') })`,
    events: `return await new Promise((r) => { const s = new EventSource('http://${outside}/'); s.onopen = () => r('got'); s.onerror = () => r('nothing') })`,
    image: `return await new Promise((r) => { const i = new Image(); i.onload = () => r('got'); i.onerror = () => r('nothing'); i.src = 'http://${outside}/i.png' })`,
    script: `return await new Promise((r) => { const s = document.createElement('script'); s.onload = () => r('got'); s.onerror = () => r('nothing'); s.src = 'http://${outside}/s.js'; document.head.append(s) })`,
    style: `const s = document.createElement('link'); s.rel = 'stylesheet'; s.href = 'http://${outside}/s.css'; document.head.append(s); await new Promise((r) => setTimeout(r, 300)); return 'nothing'`,
    hints: `for (const rel of ['prefetch', 'preconnect', 'dns-prefetch', 'preload', 'modulepreload', 'icon']) {
      const l = document.createElement('link'); l.rel = rel; l.href = 'http://${outside}/' + rel; document.head.append(l) }
      await new Promise((r) => setTimeout(r, 500)); return 'nothing'`,
    frame: `const f = document.createElement('iframe'); f.src = 'http://${outside}/frame'; document.body.append(f); await new Promise((r) => setTimeout(r, 500)); return 'nothing'`,
    form: `const f = document.createElement('form'); f.action = 'http://${outside}/form'; f.method = 'post'; document.body.append(f); f.submit(); await new Promise((r) => setTimeout(r, 500)); return 'nothing'`,
    worker: `return await new Promise((r) => { const w = new Worker('/assets/worker.js'); w.onmessage = ({ data }) => r(data) })`,
    'blob worker': `return await new Promise((r) => { const w = new Worker(URL.createObjectURL(new Blob(['postMessage("got")']))); w.onmessage = ({ data }) => r(data); w.onerror = () => r('nothing') })`,
    'service worker': `return await Promise.race([navigator.serviceWorker.register('/assets/worker.js').then((r) => r.active ? 'got' : 'nothing', () => 'nothing'), new Promise((r) => setTimeout(() => r('nothing'), 1_500))])`,
    webrtc: `const pc = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${outside}' }] }); pc.createDataChannel('x'); const found = [];
      pc.onicecandidate = ({ candidate }) => candidate && found.push(candidate.candidate);
      await pc.setLocalDescription(await pc.createOffer()); await new Promise((r) => setTimeout(r, 1_500)); return found.length === 0 ? 'nothing' : found`,
    webtransport: fails(`Promise.resolve().then(() => new WebTransport('https://${outside}/').ready)`),
    eval: `try { return (0, eval)('"got"') } catch { return 'nothing' }`,
    'inline script': `const s = document.createElement('script'); s.textContent = 'globalThis.ran = true'; document.head.append(s); return globalThis.ran ? 'got' : 'nothing'`,
    'inline handler': `document.body.insertAdjacentHTML('beforeend', '<img src="/none" onerror="globalThis.handled = true">'); await new Promise((r) => setTimeout(r, 300)); return globalThis.handled ? 'got' : 'nothing'`,
    leave: `setTimeout(() => { location.href = 'http://${outside}/leave' }, 20); return null`,
    'leave for a file': `setTimeout(() => { location.href = 'file:///etc/passwd' }, 20); return null`,
    'leave for another page of ours': `setTimeout(() => { location.href = 'https://records.talent-counter.invalid/' }, 20); return null`,
    'leave for a data page': `setTimeout(() => { location.href = 'data:text/html,<h1>x</h1>' }, 20); return null`,
    where: 'return location.href',
  };
}

describe('a page has no network', () => {
  const ways = Object.entries(tasksFor('x:1')).map(([name]) => name);
  const last = ways.indexOf('leave');
  test.each(ways.slice(0, last))('by %s', async (way) => {
    expect(await run(port(), way)).toBe('nothing');
    expect(heard).toEqual([]);
  });

  test('and the one who listens would hear of it', async () => {
    await fetch(`http://127.0.0.1:${(tcp.address() as { port: number }).port}/`, { signal: AbortSignal.timeout(300) }).catch(
      () => undefined,
    );
    expect(heard).toContain('tcp connection');
  });
});

describe('a page that leaves its address', () => {
  test.each(['leave', 'leave for another page of ours'])('is brought back, and gets a fresh port: %s', async (way) => {
    const { length } = desk.all;
    await run(port(), way);
    await vi.waitFor(() => expect(desk.all.length).toBeGreaterThan(length), { timeout: 10_000 });
    expect(await run(port(), 'where')).toBe(deskAddress);
    expect(lines.at(-1)).toBe('A page left its own address and was brought back.');
    expect(heard).toEqual([]);
  });

  test.each(['leave for a file', 'leave for a data page'])('can not: %s', async (way) => {
    await run(port(), way);
    await sleep(500);
    expect(await run(port(), 'where')).toBe(deskAddress);
    expect(heard).toEqual([]);
  });
});

/** Runs in the page as if a person had just clicked there. */
async function clicked(expression: string): Promise<unknown> {
  const asked = tools.send(
    'Runtime.evaluate',
    { expression, userGesture: true, awaitPromise: true, returnByValue: true },
    session,
  );
  const { result } = (await Promise.race([asked, sleep(8_000, { result: { value: 'no answer' } })])) as {
    result: { value?: unknown };
  };
  return result.value;
}

describe('even after a click', () => {
  test('a window that the page opens is closed, and the desk goes on', async () => {
    for (const how of [
      `open('/other', '_blank')`,
      `open('about:blank')`,
      `open('/other', '_blank', 'noopener')`,
      `open('http://127.0.0.1:1/')`,
    ]) {
      await clicked(`${how}; new Promise((r) => setTimeout(r, 300))`);
      await vi.waitFor(async () => {
        const { targetInfos } = (await tools.send('Target.getTargets')) as { targetInfos: { type: string; url: string }[] };
        expect(targetInfos.filter(({ type }) => type === 'page').map(({ url }) => url)).toEqual([deskAddress]);
      });
      expect(await run(port(), 'where')).toBe(deskAddress);
    }
    expect(lines.some((line) => /^The browser opened a page .*, which was closed\.$/.test(line))).toBe(true);
  });

  test.each([
    ['geolocation', `new Promise((r) => navigator.geolocation.getCurrentPosition(() => r('got'), () => r('denied')))`],
    ['notifications', `Notification.requestPermission().then((s) => s === 'granted' ? 'got' : 'denied')`],
    [
      'sound beside the picture',
      `navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(() => 'got', () => 'denied')`,
    ],
    ['microphone', `navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'got', () => 'denied')`],
    ['screen', `navigator.mediaDevices.getDisplayMedia().then(() => 'got', () => 'denied')`],
    ['clipboard', `navigator.clipboard.readText().then(() => 'got', () => 'denied')`],
    ['MIDI', `navigator.requestMIDIAccess().then(() => 'got', () => 'denied')`],
    ['USB', `navigator.usb.requestDevice({ filters: [] }).then(() => 'got', () => 'denied')`],
    ['serial', `navigator.serial.requestPort().then(() => 'got', () => 'denied')`],
    ['fonts', `queryLocalFonts().then(() => 'got', () => 'denied')`],
    ['idle', `IdleDetector.requestPermission().then((s) => s === 'granted' ? 'got' : 'denied', () => 'denied')`],
    ['screens', `getScreenDetails().then(() => 'got', () => 'denied')`],
    ['wake lock', `navigator.wakeLock.request('screen').then(() => 'got', () => 'denied')`],
    ['a file to save to', `showSaveFilePicker().then(() => 'got', () => 'denied')`],
    ['a folder', `showDirectoryPicker().then(() => 'got', () => 'denied')`],
    ['a passkey', `navigator.credentials.get({ publicKey: { challenge: new Uint8Array(8) } }).then(() => 'got', () => 'denied')`],
  ])('%s is denied', async (_, expression) => {
    expect(await clicked(expression)).toBe('denied');
  });

  test('the camera is the desk’s to ask for; that this computer has none is another answer than being refused', async () => {
    const ask = (what: string) =>
      clicked(`navigator.mediaDevices.getUserMedia(${what}).then(() => 'got', (error) => error.name)`);
    expect(await ask('{ video: true }')).toBe('NotFoundError');
    expect(await clicked(`navigator.permissions.query({ name: 'camera' }).then(({ state }) => state)`)).toBe('granted');
    expect(await clicked(`navigator.permissions.query({ name: 'microphone' }).then(({ state }) => state)`)).toBe('denied');
  });

  test('nothing is downloaded', async () => {
    const word = 'a-word-that-is-nowhere-else';
    await clicked(`for (const href of [URL.createObjectURL(new Blob(['${word}'])), 'data:text/plain,${word}', '/assets/test.js']) {
      const a = document.createElement('a'); a.href = href; a.download = '${word}.txt'; document.body.append(a); a.click() }
      new Promise((r) => setTimeout(r, 1_000))`);
    const files = filesUnder(folder.userData);
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => file.includes(word))).toEqual([]);
    expect(files.filter((file) => readFileSync(file).includes(`${word}.txt.crdownload`))).toEqual([]);
  });

  test('no dialog of the browser holds the desk up', async () => {
    expect(await clicked(`[confirm('?'), prompt('?'), alert('!'), 'goes on'].at(-1)`)).toBe('goes on');
  });
});

function filesUnder(path: string): string[] {
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, String(name)))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}
