import type { z } from 'zod';
import type { changeNotice } from '../../shared/contract/desk.ts';

export type ChangeNotice = z.infer<typeof changeNotice>;
type Noun = ChangeNotice['nouns'][number];

/** Tells the desk what changed, not to what: screens ask again. A slow listener gets several notices as one. */
export class ChangeFeed {
  readonly #listeners = new Set<(notice: ChangeNotice) => void>();

  tell(nouns: readonly Noun[], personId?: ChangeNotice['personId']): void {
    for (const listener of this.#listeners) listener({ nouns: [...nouns], ...(personId && { personId }) });
  }

  /** Notices from now on, until the signal aborts. */
  async *watch(signal: AbortSignal | undefined): AsyncGenerator<ChangeNotice, void> {
    let waiting: ChangeNotice[] = [];
    let wake = () => {};
    const listener = (notice: ChangeNotice) => {
      waiting.push(notice);
      wake();
    };
    const stop = () => wake();
    this.#listeners.add(listener);
    signal?.addEventListener('abort', stop);
    try {
      while (!signal?.aborted) {
        if (waiting.length > 0) {
          const batch = waiting;
          waiting = [];
          yield merged(batch);
        } else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } finally {
      this.#listeners.delete(listener);
      signal?.removeEventListener('abort', stop);
    }
  }
}

function merged(notices: readonly ChangeNotice[]): ChangeNotice {
  const nouns = [...new Set(notices.flatMap((notice) => notice.nouns))];
  const [first] = notices;
  const samePerson = first?.personId && notices.every((notice) => notice.personId === first.personId);
  return { nouns, ...(samePerson && { personId: first.personId }) };
}
