import type { Hen } from './hen.ts';

export interface Egg {
  holds: Hen;
}
