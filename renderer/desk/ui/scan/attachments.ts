import { createContext, useContext } from 'react';
import type { EvidenceFile } from '../../../../shared/domain/evidence/evidence-file.ts';

/** What fields for scans and photos ask of the program: files kept sealed under their hash. */
export interface Attachments {
  /** Checks and seals a file; throws a refusal with its reason. */
  put(file: { name: string; file: Blob }): Promise<EvidenceFile>;
  get(which: { sha256: EvidenceFile['sha256'] }): Promise<{ file: Blob }>;
}

export const AttachmentsContext = createContext<Attachments | undefined>(undefined);

/** The program's attachments; app/ stands behind it. */
export function useAttachments(): Attachments {
  const attachments = useContext(AttachmentsContext);
  if (!attachments) throw new Error('no attachments around this component');
  return attachments;
}
