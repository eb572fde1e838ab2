import { z } from 'zod';
import { sha256Hex } from '../../domain/ids.ts';

const text = z.string().min(1);

/** What the paper says: everything on it that isn't its layout's. */
export const certificateValues = z.strictObject({
  trial: z.boolean(),
  sample: z.boolean(),
  office: text,
  certificateNumber: text,
  name: text,
  /** Team and tier: `高层次领军人才 B类`. */
  recognisedAs: text,
  route: text,
  /** 直接认定, where the office decided itself; absent with an entered approval. */
  way: text.optional(),
  approvalBody: text.optional(),
  /** 文号 or 会议纪要, as entered. */
  approvalReference: text.optional(),
  recognisedOn: text,
  validity: text,
  issuedOn: text,
  /** SHA-256 of the JPEG; absent, the frame is empty. */
  photo: sha256Hex.optional(),
  /** The card's token where this recognition has a card, else the certificate's number. */
  qr: text,
});
export type CertificateValues = z.infer<typeof certificateValues>;
