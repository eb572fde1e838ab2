import type { NumberBlock, NumberSeries } from '../../shared/domain/counter/counter.ts';
import { buildNumber } from '../../shared/domain/counter/numbers.ts';
import { refuse } from '../../shared/domain/refusal.ts';

export interface NumberLedger {
  /** A series' blocks of a year in the order of their numbers, with how many of each entries have taken. */
  blocksOf(series: NumberSeries, year: number): readonly (NumberBlock & { used: number })[];
}

/**
 * Gives numbers from the counter's blocks. What was given is never given again, even where the entry it was for then failed: such a
 * gap is explained by the ledger, a number used twice by nothing.
 */
export class Numbers {
  readonly #ledger: NumberLedger;
  readonly #given = new Map<string, number>();

  constructor(ledger: NumberLedger) {
    this.#ledger = ledger;
  }

  /** Refuses `number-block-exhausted`. */
  take(series: NumberSeries, year: number): { number: string; blockId: string } {
    const block = this.#ledger.blocksOf(series, year).find((one) => this.#nextOf(one) <= one.end);
    if (!block) refuse('number-block-exhausted', { series });
    const serial = this.#nextOf(block);
    this.#given.set(block.id, serial);
    return { number: buildNumber({ series, year, serial }), blockId: block.id };
  }

  left(series: NumberSeries, year: number): number {
    return this.#ledger.blocksOf(series, year).reduce((sum, block) => sum + block.end - this.#nextOf(block) + 1, 0);
  }

  #nextOf({ id, start, used }: NumberBlock & { used: number }): number {
    return Math.max(start + used, (this.#given.get(id) ?? 0) + 1);
  }
}
