import { z } from 'zod';
import { sha256Hex, staffId } from '../ids.ts';
import { plainDate } from '../plain-date.ts';
import { evidenceFile } from './evidence-file.ts';

/** What a material is: a code of the pack's list, or one of the counter's own. */
export const evidenceKind = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not-a-code')
  .max(60);

/** Materials that a counter takes whatever the pack says. A pack's tiers and routes name more of them. */
export const commonEvidenceKinds = [
  'id-document',
  'education-certificate',
  'degree-certificate',
  'title-certificate',
  'skill-certificate',
  'employment-contract',
  'business-licence',
  'achievement',
  'authorisation',
  'guardianship',
  'notice-receipt',
  'paper-form',
  'other',
] as const;

const sheets = z.int().min(0).max(99);

/** A material that was handed in: a scan, or sheets on the desk, or both; who compared the original is 原件核对人. */
export const evidenceItem = z.strictObject({
  kind: evidenceKind,
  file: evidenceFile.optional(),
  /** Sheets that lie with the case (原件份数, 复印件份数). */
  originals: sheets,
  copies: sheets,
  /** 原件核对人 and the day: the original was laid beside the copy. */
  originalSeen: z.strictObject({ by: staffId, on: plainDate }).optional(),
  expiresOn: plainDate.optional(),
  /** A document in another language: who translated it, and whether the translation bears a translator's seal. */
  translation: z.strictObject({ translator: z.string().min(1).max(100), sealed: z.boolean() }).optional(),
  note: z.string().min(1).max(200).optional(),
});
export type EvidenceItem = z.infer<typeof evidenceItem>;

/** The portrait: one JPEG of 358 × 441 pixels, 26 × 32 mm at 350 dpi, as resident ID cards have it. */
export const photo = z.strictObject({ sha256: sha256Hex, bytes: z.int().min(1) });
export type Photo = z.infer<typeof photo>;
export const photoSize = { widthPx: 358, heightPx: 441 } as const;
