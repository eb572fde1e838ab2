import { ORPCError } from '@orpc/client';
import { type EvidenceFile, maxEvidenceBytes } from '../../../../shared/domain/evidence/evidence-file.ts';
import { desk } from '../../app/desk-client.ts';
import { keptFileName } from '../../ui/scan/scan-file.ts';
import { trackStore } from '../../ui/scan/stores-under-way.ts';

/** A file that is far too large is refused here in main's words: sending it there would only fill the memory. */
export async function putScan(file: File): Promise<EvidenceFile> {
  if (file.size > maxEvidenceBytes) throw new ORPCError('file-not-accepted', { status: 400, data: { reason: 'too-big' } });
  return trackStore(desk.attachments.put({ name: keptFileName(file.name), file }));
}
