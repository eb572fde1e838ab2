import { z } from 'zod';
import { evidenceFile } from '../domain/evidence/evidence-file.ts';
import { personId, sha256Hex } from '../domain/ids.ts';
import { call } from './desk-call.ts';

/** Scans and photos. */
export const attachmentCalls = {
  put: call('recognition.receive', 'file-not-accepted', 'disk-full')
    .input(z.strictObject({ name: z.string().min(1).max(120), file: z.instanceof(Blob) }))
    .output(evidenceFile),
  /**
   * A scan or photo as it was stored, to be looked at as that person's: their record must name it. One that shows a whole number takes
   * `talent.uncover` and a reason, once per sign-in. Without a person: what was just stored, or lies with a half-filled form.
   */
  get: call('talent.view', 'attachment-damaged', 'not-found', 'reason-needed', 'disk-full', 'records-unavailable')
    .input(z.strictObject({ sha256: sha256Hex, personId: personId.optional(), reason: z.string().min(2).max(200).optional() }))
    .output(z.strictObject({ file: z.instanceof(Blob) })),
};
