/** Steps under one name take turns; steps under different names don't wait for each other. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs the step after everything asked before under that name, whether that went well or not. */
  take<T>(name: string, step: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(name) ?? Promise.resolve()).then(step);
    const settled: Promise<unknown> = turn
      .catch(() => undefined)
      .then(() => this.#last.get(name) === settled && this.#last.delete(name));
    this.#last.set(name, settled);
    return turn;
  }

  /** Resolves when everything asked so far is done. */
  async idle(): Promise<void> {
    await Promise.all(this.#last.values());
  }
}
