import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { StandInMessagePort } from '../../../tests/fixtures/electron-stand-in.ts';
import { MainPort } from './main-port.ts';

function openPort() {
  const { port1, port2 } = new MessageChannel();
  return { port: new MainPort(new StandInMessagePort(port1) as never), page: port2 };
}

test('text and bytes go both ways, and what comes before anybody listens waits', async () => {
  const { port, page } = openPort();
  page.postMessage('职称');
  page.postMessage(new Uint8Array([1, 2, 3]));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const heard: unknown[] = [];
  const two = new Promise<void>((resolve) => {
    port.addEventListener('message', ({ data }) => {
      if (heard.push(data) === 2) resolve();
    });
  });
  await two;
  expect(heard).toEqual(['职称', new Uint8Array([1, 2, 3])]);
  const answer = new Promise((resolve) => page.once('message', resolve));
  port.postMessage('收到');
  expect(await answer).toBe('收到');
  port.close();
});

test('a page is sent its bytes and nothing of what lay beside them in memory', async () => {
  const { port, page } = openPort();
  const secret = Buffer.from('neighbouring key material');
  const bytes = Buffer.from('for the page') as Buffer<ArrayBuffer>;
  expect(bytes.buffer).toBe(secret.buffer);
  const arrived = new Promise<Uint8Array>((resolve) => page.once('message', resolve));
  port.postMessage(bytes);
  const { buffer, byteLength } = await arrived;
  expect(byteLength).toBe(12);
  expect(Buffer.from(buffer).toString()).toBe('for the page');
  port.close();
});

test('what is neither text nor bytes does not get in', async () => {
  const { port, page } = openPort();
  const heard: unknown[] = [];
  port.addEventListener('message', ({ data }) => heard.push(data));
  for (const junk of [{ type: 'call' }, null, 1, [new Uint8Array(1)], new Map()]) page.postMessage(junk);
  page.postMessage('last');
  await expect.poll(() => heard).toEqual(['last']);
  port.close();
});

test('both ends learn once that a port is closed, whichever end closes it', async () => {
  const { port, page } = openPort();
  let closed = 0;
  port.addEventListener('close', () => closed++);
  page.close();
  await expect.poll(() => closed).toBe(1);
  port.close();
  port.postMessage('into nothing');
  expect(closed).toBe(1);
  await new Promise<void>((resolve) => port.addEventListener('close', resolve));

  const other = openPort();
  const pageClosed = new Promise((resolve) => other.page.once('close', resolve));
  let heard = 0;
  other.port.addEventListener('close', () => heard++);
  other.port.close();
  await pageClosed;
  expect(heard).toBe(1);
});
