import type { AlikeBecause } from '../../../../shared/contract/person-details.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import type { Fields } from './registration-fields.ts';
import type { LikelyPerson } from './use-likely.ts';

/** Somebody alike whom the clerk has told from the person that is registered, and what made them alike. */
export interface ToldFrom {
  personId: PersonId;
  why: AlikeBecause;
}

/** Whom the clerk has told apart so far; the field keeps it as text, so that a draft does. */
export function readToldFrom(fields: Fields): ToldFrom[] {
  return fields.toldFrom
    .split(' ')
    .filter((one) => one.includes(':'))
    .map((one) => {
      const [personId, why] = one.split(':');
      return { personId, why } as ToldFrom;
    });
}

export function toldFromText(told: readonly ToldFrom[]): string {
  return told.map(({ personId, why }) => `${personId}:${why}`).join(' ');
}

/** Alike people who still wait for a decision, for the reason they are alike now. */
export function undecided(people: readonly LikelyPerson[] | undefined, fields: Fields): LikelyPerson[] {
  const told = new Set(readToldFrom(fields).map(({ personId }) => personId));
  return (people ?? []).filter(({ why, personId }) => why !== 'id-number' && !told.has(personId));
}

/** The decisions about people who are alike now: what was decided about others, before a name was mended, is of no use. */
export function decided(people: readonly LikelyPerson[] | undefined, fields: Fields): ToldFrom[] {
  const told = new Set(readToldFrom(fields).map(({ personId }) => personId));
  return (people ?? []).flatMap(({ personId, why }) => (why !== 'id-number' && told.has(personId) ? [{ personId, why }] : []));
}
