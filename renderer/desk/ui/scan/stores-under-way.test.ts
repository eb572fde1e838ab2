import { expect, test } from 'vitest';
import { storesUnderWay, trackStore } from './stores-under-way.ts';

test('a store counts until it has ended, well or not', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const good = trackStore(promise);
  const bad = trackStore(Promise.reject(new Error('no')));
  expect(storesUnderWay()).toBe(2);
  await expect(bad).rejects.toThrow('no');
  resolve('done');
  expect(await good).toBe('done');
  expect(storesUnderWay()).toBe(0);
});
