import { maxEvidenceBytes } from '../../shared/domain/evidence/evidence-file.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { checkEvidence } from './check-evidence.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskRoom } from './open-counter.ts';

/** Scans, kept sealed under their hash before any entry names them. */
export function attachmentCalls(room: DeskRoom) {
  return {
    put: deskCalls.attachments.put.handler(async ({ input: { name, file } }) => {
      if (file.size > maxEvidenceBytes) refuse('file-not-accepted', { reason: 'too-big' });
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { mediaType, pages } = await checkEvidence(bytes);
      const sha256 = await room.counter().attachments.put(bytes);
      return { sha256, name, mediaType, bytes: bytes.length, pages };
    }),

    get: deskCalls.attachments.get.handler(async ({ input: { sha256 } }) => {
      const { attachments } = room.counter();
      if (!(await attachments.has(sha256))) refuse('attachment-damaged', {});
      return { file: new Blob([new Uint8Array(await attachments.get(sha256))]) };
    }),
  };
}
