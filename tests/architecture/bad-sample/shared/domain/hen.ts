import type { Egg } from './egg.ts';

export interface Hen {
  lays: Egg;
}
