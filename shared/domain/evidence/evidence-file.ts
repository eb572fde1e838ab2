import { z } from 'zod';
import { sha256Hex } from '../ids.ts';

/** No scan is larger, in bytes (20 MiB): about sixty pages in grey, and little enough to be checked and sealed in memory. */
export const maxEvidenceBytes = 20 * 1024 * 1024;

/** A scanned document kept as an encrypted attachment. */
export const evidenceFile = z.strictObject({
  sha256: sha256Hex,
  name: z.string().min(1).max(120),
  mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  bytes: z.int().min(1),
  pages: z.int().min(1),
});
export type EvidenceFile = z.infer<typeof evidenceFile>;
