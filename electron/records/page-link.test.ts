import { expect, test } from 'vitest';
import { type OpenedPage, PageLink } from './page-link.ts';

const never = new Promise<never>(() => {});

function link(page: () => Promise<OpenedPage>): PageLink {
  return new PageLink({ page, greet: async () => {}, onGone: () => {}, callTimeoutMs: 40, attempts: 2 });
}

/** Takes whatever it is sent, and answers nothing. */
function silentPage(): OpenedPage {
  const port = { postMessage: () => {}, addEventListener: () => {}, close: () => {} };
  return { port, gone: never, close: async () => {} };
}

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

test('a page that dies while it opens, and says nothing, is given up; nobody waits for it for ever', async () => {
  const records = link(() => never);
  await expect(records.call(async () => 1)).rejects.toMatchObject({ code: 'page-unavailable' });
  await records.close();
});

test('a page that opened too late is closed again', async () => {
  let closed = 0;
  const { promise, resolve } = Promise.withResolvers<OpenedPage>();
  const records = link(() => promise);
  await expect(records.call(async () => 1)).rejects.toMatchObject({ code: 'page-unavailable' });
  resolve({ ...silentPage(), close: async () => void closed++ });
  await promise;
  await new Promise((done) => setImmediate(done));
  expect(closed).toBe(2);
});

test('a call that a closed page never answers leaves no timer behind that would keep the program from ending', async () => {
  const records = new PageLink({
    page: async () => silentPage(),
    greet: async () => {},
    onGone: () => {},
    callTimeoutMs: 60_000,
    attempts: 1,
  });
  const before = timers();
  const call = records.call(() => never);
  await new Promise((done) => setImmediate(done));
  expect(timers()).toBe(before + 1);
  await records.close();
  await expect(call).rejects.toMatchObject({ code: 'page-unavailable' });
  expect(timers()).toBe(before);
});
