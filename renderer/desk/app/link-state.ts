export type LinkPhase = 'opening' | 'open' | 'lost';

/** Whether there is a way to the program, for `useSyncExternalStore`. */
export class LinkState {
  #phase: LinkPhase = 'opening';
  readonly #listeners = new Set<() => void>();

  readonly get = (): LinkPhase => this.#phase;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(phase: LinkPhase): void {
    if (phase === this.#phase) return;
    this.#phase = phase;
    for (const listener of this.#listeners) listener();
  }
}
