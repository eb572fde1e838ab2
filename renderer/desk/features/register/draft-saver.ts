/** How the last save went: `unsaved` is on its way, `failed` is tried again by itself. */
export type SavePhase = 'saved' | 'unsaved' | 'failed';

export interface DraftSaverOptions<Draft> {
  save(draft: Draft): Promise<unknown>;
  onPhase(phase: SavePhase, error?: unknown): void;
  /** A pause in typing this long saves. */
  delayMs: number;
  /** A save that failed is tried again after this long. */
  retryMs: number;
}

/** Keeps the latest state of a draft: one save at a time, never an older state after a newer one. */
export class DraftSaver<Draft> {
  readonly #options: DraftSaverOptions<Draft>;
  #waiting: { draft: Draft } | undefined;
  #running: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(options: DraftSaverOptions<Draft>) {
    this.#options = options;
  }

  /** Remembers the draft as it is now and saves it soon. */
  change(draft: Draft): void {
    this.#waiting = { draft };
    this.#options.onPhase('unsaved');
    this.#later(this.#options.delayMs);
  }

  /** Saves now what waits, and comes back when nothing is on its way any more. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#drain().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** From here on nothing is saved; a save on its way is waited for, so that what comes next comes after it. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** Takes up saving again, with what was waiting when it closed. */
  reopen(): void {
    this.#closed = false;
    if (this.#waiting) this.#later(this.#options.delayMs);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#closed) this.#timer = setTimeout(() => void this.flush(), ms);
  }

  async #drain(): Promise<void> {
    while (this.#waiting && !this.#closed) {
      const { draft } = this.#waiting;
      this.#waiting = undefined;
      try {
        await this.#options.save(draft);
      } catch (error) {
        this.#waiting ??= { draft };
        this.#options.onPhase('failed', error);
        this.#later(this.#options.retryMs);
        return;
      }
      if (!this.#waiting) this.#options.onPhase('saved');
    }
  }
}
