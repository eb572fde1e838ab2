import { type EvidenceFile, evidenceFile } from '../../../../shared/domain/evidence/evidence-file.ts';
import { type Photo, photo } from '../../../../shared/domain/evidence/evidence-item.ts';
import type { StaffId } from '../../../../shared/domain/ids.ts';

/** A stored file's facts as a field's text, so that a draft keeps them; the file itself is sealed already. */
export function fileText(file: EvidenceFile | Photo): string {
  return JSON.stringify(file);
}

/** The stored scan that a field names; undefined where none is, or where a draft has something else there. */
export function readFileText(text: string): EvidenceFile | undefined {
  return evidenceFile.safeParse(parsed(text)).data;
}

export function readPhotoText(text: string): Photo | undefined {
  return photo.safeParse(parsed(text)).data;
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** 原件已核对: who laid the original beside the copy, and when. */
export function seenText(by: StaffId, on: string): string {
  return `${on} ${by}`;
}

/** When this member of staff compared the original; another one's look is not theirs to vouch for. */
export function seenBy(text: string, by: StaffId | undefined): string | undefined {
  const [on, who] = text.split(' ');
  return on && who !== undefined && who === by ? on : undefined;
}
