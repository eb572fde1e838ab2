/**
 * One queue per aggregate: work under the same key runs one after the other, in the order it came; work under different keys runs
 * side by side. Work under several keys waits for all of them.
 */
export class AggregateQueues {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Resolves when no work is under way or waiting. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }

  async run<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = keys.map((key) => this.#tails.get(key));
    const result = Promise.allSettled(before).then(work);
    const tail = result.catch(() => undefined);
    for (const key of keys) this.#tails.set(key, tail);
    try {
      return await result;
    } finally {
      for (const key of keys) if (this.#tails.get(key) === tail) this.#tails.delete(key);
    }
  }
}
