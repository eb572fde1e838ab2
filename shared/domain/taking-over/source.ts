import { z } from 'zod';
import { sha256Hex } from '../ids.ts';

/** Where something that was taken over stands in the older ledger. Who took it over is in the entry's own header. */
export const takenOverSource = z.strictObject({
  fileName: z.string().min(1).max(200),
  sha256: sha256Hex,
  /** The sheet's name; empty for a CSV file, which has one only. */
  sheet: z.string().max(100),
  /** The row of the sheet, or the line of the file, from 1. */
  row: z.int().min(1),
  /** What the row says, mended, under the words of its own header: nothing that a clerk could read there is lost. */
  said: z.array(z.tuple([z.string().max(100), z.string().max(500)])).max(40),
  /** Dates that the ledger lacks and that were reckoned from the other one and the tier's years. */
  reckoned: z.array(z.enum(['issuedOn', 'validTo'])).optional(),
});
export type TakenOverSource = z.infer<typeof takenOverSource>;
