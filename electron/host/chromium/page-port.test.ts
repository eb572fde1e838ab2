import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FrameKind, partSize } from './page-bridge.ts';
import { PagePort } from './page-port.ts';

type Frame = [FrameKind, string];

/** What one end sends, the other takes. */
function pair() {
  const frames: Frame[] = [];
  const sender = new PagePort((kind, data) => frames.push([kind, data]));
  const receiver = new PagePort(() => undefined);
  const received: unknown[] = [];
  receiver.addEventListener('message', ({ data }) => received.push(data));
  const deliver = () => {
    for (const [kind, data] of frames.splice(0)) receiver.take(kind, data);
  };
  return { frames, sender, receiver, received, deliver };
}

test('text and bytes arrive as they were sent, in their order', () => {
  const { sender, received, deliver } = pair();
  const sent = ['', 'a', '𠮷', 'x'.repeat(3 * partSize), new Uint8Array([0, 255]), new Uint8Array(), 'close:'];
  for (const message of sent) sender.postMessage(message);
  deliver();
  expect(received).toEqual(sent);
});

test('a pair of surrogates at a part’s border is not torn', () => {
  const { frames, sender, received, deliver } = pair();
  for (const before of [partSize - 2, partSize - 1, partSize, 2 * partSize - 2, 2 * partSize - 1]) {
    const text = `${'x'.repeat(before)}𠮷${'𩽾'.repeat(10)}`;
    sender.postMessage(text);
    for (const [, data] of frames) expect(data.isWellFormed()).toBe(true);
    deliver();
    expect(received.pop()).toBe(text);
  }
});

test('any bytes around a part’s size arrive whole', () => {
  const sizes = fc.constantFrom(0, 1, partSize - 1, partSize, partSize + 1, 2 * partSize, 2 * partSize + 1);
  fc.assert(
    fc.property(sizes, (size) => {
      const { sender, received, deliver } = pair();
      const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 31) & 255);
      sender.postMessage(bytes);
      deliver();
      expect(Buffer.from(received[0] as Uint8Array).equals(bytes)).toBe(true);
    }),
    { numRuns: 14 },
  );
});

test('what comes before anybody listens is kept in its order', () => {
  const port = new PagePort(() => undefined);
  port.take('text', 'first');
  port.take('text', 'second');
  const received: unknown[] = [];
  port.addEventListener('message', ({ data }) => received.push(data));
  port.take('text', 'third');
  expect(received).toEqual(['first', 'second', 'third']);
});

test('a closed port sends nothing, takes nothing and says once that it is closed', async () => {
  const { frames, sender, receiver, received } = pair();
  let closed = 0;
  receiver.addEventListener('close', () => closed++);
  receiver.lose();
  receiver.lose();
  receiver.take('text', 'late');
  sender.close();
  sender.postMessage('late');
  expect([closed, received, frames]).toEqual([1, [], [['close', '']]]);
  const late = await new Promise((resolve) => receiver.addEventListener('close', () => resolve('told')));
  expect(late).toBe('told');
});

test('a message cut off by the page’s end does not run into the next page’s first', () => {
  const { sender, received, frames } = pair();
  sender.postMessage('x'.repeat(2 * partSize));
  const fresh = new PagePort(() => undefined);
  fresh.addEventListener('message', ({ data }) => received.push(data));
  const [first] = frames;
  if (first) fresh.take(...first);
  fresh.lose();
  fresh.take('text', 'next');
  expect(received).toEqual([]);
});
