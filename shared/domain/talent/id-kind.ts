import { z } from 'zod';

/** Identity documents that the counter takes; `foreign-pr-2004` are the cards of 2004 and 2017, of one kind of number. */
export const idKind = z.enum([
  'resident-id',
  'hk-macao-residence',
  'taiwan-residence',
  'hk-macao-travel',
  'taiwan-travel',
  'foreign-pr',
  'foreign-pr-2004',
  'passport',
]);
export type IdKind = z.infer<typeof idKind>;
