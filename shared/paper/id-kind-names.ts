import type { IdKind } from '../domain/talent/id-kind.ts';

/** What papers call an identity document. */
export const idKindNames: Record<IdKind, string> = {
  'resident-id': '居民身份证',
  'hk-macao-residence': '港澳居民居住证',
  'taiwan-residence': '台湾居民居住证',
  'hk-macao-travel': '港澳居民来往内地通行证',
  'taiwan-travel': '台湾居民来往大陆通行证',
  'foreign-pr': '外国人永久居留身份证',
  'foreign-pr-2004': '外国人永久居留证',
  passport: '护照',
};
