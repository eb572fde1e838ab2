import type { SearchHit } from '../../shared/contract/desk.ts';
import type { Ledger } from './ledger.ts';

export interface DirectoryOptions {
  /** Words for a tier; its code is shown where there are none. */
  tierName?(pack: string, team: string, tier: string): string | undefined;
}

/** Search-as-you-type over everybody in the ledger. */
export class Directory {
  constructor(ledger: Ledger, options: DirectoryOptions = {}) {
    void ledger;
    void options;
  }

  /** Hits for what was typed, best first: a beginning before a middle, a name before an employer, the newest first. */
  search(text: string, limit: number): SearchHit[] {
    void text;
    void limit;
    return [];
  }
}
