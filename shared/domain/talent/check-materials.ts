import type { StaffId } from '../ids.ts';
import type { PlainDate } from '../plain-date.ts';
import type { PersonFacts } from './person.ts';
import { type RefusedField, refusedUnless } from './refused-field.ts';

export interface MaterialsContext {
  readonly today: PlainDate;
  /** Who may have compared an original with its copy: whoever registers, and whoever worked on the draft before. */
  readonly clerks: readonly StaffId[];
}

/** The materials: something of each is there, and nobody compared an original in somebody else's name or in the future. */
export function checkMaterials({ evidence = [] }: PersonFacts, { today, clerks }: MaterialsContext): RefusedField[] {
  return evidence.flatMap(({ file, originals, copies, originalSeen: seen }, at) => {
    const path = `evidence.${at}`;
    return [
      ...refusedUnless(file !== undefined || originals + copies > 0 || seen !== undefined, path, 'nothing-handed-in'),
      ...refusedUnless(!seen || clerks.includes(seen.by), `${path}.originalSeen`, 'not-accepted'),
      ...refusedUnless(!seen || seen.on <= today, `${path}.originalSeen`, 'in-the-future'),
    ];
  });
}
