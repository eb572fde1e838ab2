import { expect, test } from 'vitest';
import { AggregateQueues } from './aggregate-queues.ts';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('work on one person runs in the order it came, one at a time', async () => {
  const queues = new AggregateQueues();
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await turn();
    log.push(`${name} ends`);
  };
  await Promise.all([queues.run(['a'], work('first')), queues.run(['a'], work('second'))]);
  expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('work on two people runs side by side', async () => {
  const queues = new AggregateQueues();
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await turn();
    running -= 1;
  };
  await Promise.all([queues.run(['a'], work), queues.run(['b'], work)]);
  expect(most).toBe(2);
});

test('a failed decision does not hold up the next', async () => {
  const queues = new AggregateQueues();
  const failed = queues.run(['a'], async () => {
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(await queues.run(['a'], async () => 1)).toBe(1);
});

test('work under two keys waits for both', async () => {
  const queues = new AggregateQueues();
  const log: string[] = [];
  const slow = (name: string) => async () => {
    await turn();
    log.push(name);
  };
  await Promise.all([queues.run(['a'], slow('a')), queues.run(['b'], slow('b')), queues.run(['a', 'b'], slow('both'))]);
  expect(log.at(-1)).toBe('both');
});

test('whoever closes waits for what is under way, and for what waits behind it', async () => {
  const queues = new AggregateQueues();
  const log: string[] = [];
  const slow = (name: string) => async () => {
    await turn();
    log.push(name);
  };
  const all = [queues.run(['a'], slow('first')), queues.run(['a'], slow('second')), queues.run(['b'], slow('other'))];
  await queues.idle();
  expect(log.toSorted()).toEqual(['first', 'other', 'second']);
  await Promise.all(all);
  await queues.idle();
});
