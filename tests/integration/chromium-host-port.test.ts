import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChromiumHost } from '../../electron/host/chromium/chromium-host.ts';
import { partSize } from '../../electron/host/chromium/page-bridge.ts';
import type { Port } from '../../electron/host/port.ts';
import { type HostFolder, makeHostFolder, nextMessage, openDesk, run, startHost } from './chromium-kit.ts';

const tasks = {
  // Made in the page, so that a part's border on the way up is tried by itself.
  up: `const text = 'x'.repeat(${partSize - 1}) + '𠮷' + '𩽾'.repeat(${partSize / 2}) + '末'; port.postMessage(text); return null`,
  junk: `port.postMessage({ an: 'object' }); port.postMessage(42); port.postMessage(null); return 'still here'`,
  forge: `postMessage({ type: 'talent-counter-port' }, location.origin);
    return [typeof talentCounterSend, typeof talentCounterReceive, Object.keys(globalThis).filter((name) => /talent/i.test(name))]`,
  again: `const fresh = new Promise((resolve) => addEventListener('message', (event) => resolve(event.ports[0])));
    postMessage({ type: 'talent-counter-port-wanted' }, location.origin); (await fresh).start(); return null`,
  frame: `const frame = document.createElement('iframe'); frame.src = 'about:blank'; document.body.append(frame);
    return [typeof frame.contentWindow.talentCounterSend, frame.contentWindow.origin]`,
};

let folder: HostFolder;
let host: ChromiumHost;
let port: Port;
beforeAll(async () => {
  folder = makeHostFolder(tasks);
  host = (await startHost(folder)).host;
  port = await openDesk(host).first;
});
afterAll(async () => {
  await host?.close();
  folder.remove();
});

async function echo(message: string | Uint8Array<ArrayBuffer>): Promise<unknown> {
  const answer = nextMessage(port);
  port.postMessage(message);
  return answer;
}

const sha256 = (bytes: unknown) =>
  createHash('sha256')
    .update(bytes as Uint8Array)
    .digest('hex');

describe('a message both ways', () => {
  test.each([0, 1, partSize - 1, partSize, partSize + 1, 5_000_000])('of %i bytes is the same', async (size) => {
    const bytes = new Uint8Array(randomBytes(size));
    const back = await echo(bytes);
    expect(back).toBeInstanceOf(Uint8Array);
    expect(sha256(back)).toBe(sha256(bytes));
  });

  test.each([0, 1, partSize, partSize + 1, 5_000_000])('of %i letters is the same', async (size) => {
    const text = '登记卡号abc𠮷'.repeat(Math.ceil(size / 9)).slice(0, size);
    expect((await echo(text)) === text).toBe(true);
  });

  test('with a pair of surrogates on a part’s border is the same', async () => {
    for (const before of [partSize - 2, partSize - 1, partSize]) {
      const text = `${'x'.repeat(before)}𠮷${'𩽾'.repeat(partSize / 2)}末`;
      expect((await echo(text)) === text).toBe(true);
    }
  });

  test('with zeros, quotes, line ends and closing tags is the same', async () => {
    const text = '\0\n\r\u2028\u2029"\'`</script><!--\\u0000 \u{10ffff}close:';
    expect(await echo(text)).toBe(text);
  });

  test('keeps its place among a thousand others, large and small', async () => {
    const sent = Array.from({ length: 1_000 }, (_, at) => `${at}:${'x'.repeat(at % 100 === 0 ? 300_000 : at % 7)}`);
    const received: unknown[] = [];
    const all = new Promise<void>((resolve) => {
      port.addEventListener('message', ({ data }) => {
        if (received.push(data) === sent.length) resolve();
      });
    });
    for (const text of sent) port.postMessage(text);
    await all;
    expect(received).toEqual(sent);
  });
});

test('a pair of surrogates on a part’s border on the way up is not torn', async () => {
  const received: unknown[] = [];
  const both = new Promise<void>((resolve) => {
    port.addEventListener('message', ({ data }) => received.push(data) === 2 && resolve());
  });
  port.postMessage('run:up');
  await both;
  const text = String(received[0]);
  expect(text.isWellFormed()).toBe(true);
  expect(text.length).toBe(partSize - 1 + 2 + partSize + 1);
});

test('what is neither text nor bytes does not arrive, and the port goes on', async () => {
  expect(await run(port, 'junk')).toBe('still here');
  expect(await echo('after')).toBe('after');
});

test('the page’s own code sees nothing of the bridge but its port', async () => {
  expect(await run(port, 'forge')).toEqual(['undefined', 'undefined', []]);
  expect(await echo('after')).toBe('after');
});

test('a frame inside the page has no bridge', async () => {
  expect(await run(port, 'frame')).toEqual(['undefined', 'https://desk.talent-counter.invalid']);
});

test('a page that asks again gets a fresh port, and the old one is closed', async () => {
  const records = await host.openRecordsPage();
  const closed = new Promise((resolve) => records.port.addEventListener('close', () => resolve('closed')));
  records.port.postMessage('run:again');
  expect(await closed).toBe('closed');
  expect(await echo('the desk’s own port goes on')).toBe('the desk’s own port goes on');
});
