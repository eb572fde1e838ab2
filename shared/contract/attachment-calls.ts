import { z } from 'zod';
import { evidenceFile } from '../domain/evidence/evidence-file.ts';
import { sha256Hex } from '../domain/ids.ts';
import { call } from './desk-call.ts';

/** Scans and photos. */
export const attachmentCalls = {
  put: call('recognition.receive', 'file-not-accepted', 'disk-full')
    .input(z.strictObject({ name: z.string().min(1).max(120), file: z.instanceof(Blob) }))
    .output(evidenceFile),
  /** A scan or photo as it was stored, to be looked at. */
  get: call('talent.view', 'attachment-damaged')
    .input(z.strictObject({ sha256: sha256Hex }))
    .output(z.strictObject({ file: z.instanceof(Blob) })),
};
