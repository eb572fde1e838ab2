/** Readers, many at once, and now and then somebody who exchanges a file under them: who reads has its old bytes with its old keys, or the new ones. */
export class ReadGate {
  #reading = 0;
  #exchanging: Promise<unknown> | undefined;
  #whenIdle: (() => void) | undefined;

  async read<T>(step: () => Promise<T>): Promise<T> {
    while (this.#exchanging) await this.#exchanging;
    this.#reading += 1;
    try {
      return await step();
    } finally {
      this.#reading -= 1;
      if (this.#reading === 0) this.#whenIdle?.();
    }
  }

  /** One at a time; waits for who reads now, and lets nobody begin meanwhile. */
  async exchange(step: () => Promise<void>): Promise<void> {
    while (this.#exchanging) await this.#exchanging;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#exchanging = promise;
    try {
      if (this.#reading > 0) await new Promise<void>((idle) => (this.#whenIdle = idle));
      await step();
    } finally {
      this.#whenIdle = undefined;
      this.#exchanging = undefined;
      resolve();
    }
  }
}
