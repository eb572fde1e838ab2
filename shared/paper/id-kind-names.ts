import type { IdKind } from '../domain/talent/person.ts';

/** What papers call an identity document. */
export const idKindNames: Record<IdKind, string> = {
  'resident-id': '居民身份证',
  'hk-macao-residence': '港澳居民居住证',
  'taiwan-residence': '台湾居民居住证',
};
