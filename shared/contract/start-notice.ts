import { z } from 'zod';

/** What a start found amiss and mended, or set aside: told to a person, since it may be the disk's first sign. */
export const startNotice = z.enum([
  'vault-mended',
  'marks-lost',
  'torn-tail',
  'records-rebuilt',
  'records-mended',
  'snapshot-lost',
  'queue-lost',
  'queue-changed',
  'draft-changed',
  'files-changed',
  'print-differs',
]);
export type StartNotice = z.infer<typeof startNotice>;
