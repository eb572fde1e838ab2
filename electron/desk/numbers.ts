import type { NumberBlock, NumberSeries } from '../../shared/domain/counter/counter.ts';
import { buildNumber } from '../../shared/domain/counter/numbers.ts';
import { isFrozen } from '../../shared/domain/counter/restored-counter.ts';
import { refuse } from '../../shared/domain/refusal.ts';

/** A run of numbers with how many of it entries have taken; `frozen` where none of it may be given any more. */
export type GivenBlock = NumberBlock & { used: number; frozen?: true };

export interface NumberLedger {
  /** A series' blocks of a year in the order of their numbers, with how many of each entries have taken. */
  blocksOf(series: NumberSeries, year: number): readonly GivenBlock[];
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

  /** Refuses `number-block-exhausted`, or `numbers-frozen` at a counter that was restored and has no new numbers yet. */
  take(series: NumberSeries, year: number): { number: string; blockId: string } {
    const blocks = this.#ledger.blocksOf(series, year);
    const block = blocks.find((one) => !isFrozen(one) && this.#nextOf(one) <= one.end);
    if (!block) refuse(blocks.some(isFrozen) ? 'numbers-frozen' : 'number-block-exhausted', { series });
    const serial = this.#nextOf(block);
    this.#given.set(block.id, serial);
    return { number: buildNumber({ series, year, serial }), blockId: block.id };
  }

  left(series: NumberSeries, year: number): number {
    const open = this.#ledger.blocksOf(series, year).filter((block) => !isFrozen(block));
    return open.reduce((sum, block) => sum + block.end - this.#nextOf(block) + 1, 0);
  }

  #nextOf({ id, start, used }: GivenBlock): number {
    return Math.max(start + used, (this.#given.get(id) ?? 0) + 1);
  }
}
