import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('steps of one name wait for each other, a failed one too; those of another name don’t', async () => {
  const turns = new Turns();
  const done: string[] = [];
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const first = turns.take('a', async () => {
    await held;
    done.push('first');
    throw new Error('fails');
  });
  const second = turns.take('a', async () => done.push('second'));
  await turns.take('b', async () => done.push('other'));
  expect(done).toEqual(['other']);
  letGo();
  await expect(first).rejects.toThrow('fails');
  await second;
  await turns.idle();
  expect(done).toEqual(['other', 'first', 'second']);
});
