import { isPlainDate, type PlainDate } from '../../../../shared/domain/plain-date.ts';
import { type JudgedTier, judgeTiers } from '../../../../shared/domain/policy/conditions.ts';
import type { JudgedPerson } from '../../../../shared/domain/policy/judged-facts.ts';
import type { PolicyPack } from '../../../../shared/domain/policy/pack.ts';
import { education, professionalTitle, skill } from '../../../../shared/domain/talent/qualifications.ts';
import { type Fields, textOf, writtenRows } from './registration-fields.ts';
import { type RowList, rowLists, rowName } from './row-lists.ts';

/** Each tier of the pack for whoever is being typed in; what isn't there yet, or doesn't hold, is unknown. */
export function judgeDraft(pack: Pick<PolicyPack, 'teams'>, fields: Fields, today: PlainDate): JudgedTier[] {
  const kinds = rowsOf(fields, 'evidence').flatMap(({ kind }) => (kind ? [{ kind }] : []));
  // Before the first material nobody has asked for any: an empty list would say that all are missing.
  return judgeTiers(pack, judgedPerson(fields), { materials: kinds.length > 0 ? kinds : undefined, today });
}

function judgedPerson(fields: Fields): JudgedPerson {
  const birthDate = fields['identity.birthDate'] as PlainDate;
  const startsOn = fields['employment.startsOn'] as PlainDate;
  const read = <T>(list: RowList, schema: { safeParse(row: unknown): { data?: T | undefined } }): T[] =>
    rowsOf(fields, list).flatMap((row) => schema.safeParse(row).data ?? []);
  return {
    identity: { ...(isPlainDate(birthDate) && { birthDate }) },
    qualifications: {
      educations: read('qualifications.educations', education),
      titles: read('qualifications.titles', professionalTitle),
      skills: read('qualifications.skills', skill),
    },
    employment: {
      employerName: fields['employment.employerName'] || undefined,
      engagement: fields['employment.engagement'] || undefined,
      ...(isPlainDate(startsOn) && { startsOn }),
    },
  };
}

/** The rows of a list as their schemas take them: empty texts are absent, a rank is a number. */
function rowsOf(fields: Fields, list: RowList): Record<string, string>[] {
  return Array.from({ length: writtenRows(fields, list) }, (_, at) => {
    const cells = rowLists[list].columns.map((column) => [column, textOf(fields, rowName(list, at, column as never))] as const);
    const row = Object.fromEntries(cells.filter(([, text]) => text !== ''));
    return list === 'qualifications.skills' ? ({ ...row, rank: Number(row['rank']) } as never) : row;
  });
}
