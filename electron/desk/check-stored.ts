import type { EvidenceFile } from '../../shared/domain/evidence/evidence-file.ts';
import type { Sha256Hex } from '../../shared/domain/ids.ts';
import type { PersonFacts } from '../../shared/domain/talent/person.ts';
import { type RefusedField, refusedUnless } from '../../shared/domain/talent/refused-field.ts';
import { checkEvidence } from './check-evidence.ts';
import { isPortrait } from './check-photo.ts';

/** Scans and photos as they were stored. */
export interface StoredFiles {
  has(sha256: Sha256Hex): Promise<boolean>;
  get(sha256: Sha256Hex): Promise<Uint8Array>;
}

/** Everything that a registration names by its hash is there, and is what the page says it is: the stored bytes decide. */
export async function checkStored(facts: PersonFacts, stored: StoredFiles): Promise<RefusedField[]> {
  const { evidence = [], photo, intake } = facts;
  const fields: RefusedField[] = [];
  for (const [at, { file }] of evidence.entries()) {
    if (file) fields.push(...(await checkScan(file, `evidence.${at}.file`, stored)));
  }
  if (photo) fields.push(...(await checkPhoto(photo, stored)));
  const receipt = intake?.notice.receipt;
  if (receipt && !(await stored.has(receipt))) fields.push({ path: 'intake.notice.receipt', code: 'required' });
  return fields;
}

/** A scan whose facts the page has wrong would tell of another document than the one that is kept. */
export async function checkScan(file: EvidenceFile, path: string, stored: StoredFiles): Promise<RefusedField[]> {
  if (!(await stored.has(file.sha256))) return [{ path, code: 'required' }];
  const bytes = await stored.get(file.sha256);
  const { mediaType, pages } = await checkEvidence(bytes);
  const same = file.bytes === bytes.length && file.mediaType === mediaType && file.pages === pages;
  return refusedUnless(same, path, 'differs-from-scan');
}

async function checkPhoto({ sha256, bytes }: NonNullable<PersonFacts['photo']>, stored: StoredFiles): Promise<RefusedField[]> {
  if (!(await stored.has(sha256))) return [{ path: 'photo', code: 'required' }];
  const kept = await stored.get(sha256);
  return refusedUnless(isPortrait(kept) && kept.length === bytes, 'photo', 'not-a-portrait');
}
