import { type PersonFacts, personFacts } from '../../../../shared/domain/talent/person.ts';
import { type FieldName, type Fields, fieldsOf, type SectionName } from './registration-fields.ts';

export type FactsReading = { ok: true; facts: PersonFacts } | { ok: false; codes: Partial<Record<FieldName, string>> };

/** What the fields say as the contract has it. Empty ones are left out; what the schema refuses comes back by field. */
export function toPersonFacts(fields: Fields): FactsReading {
  const parsed = personFacts.safeParse({
    document: sectionFacts('document', fields),
    // The three documents of now are all held by Chinese citizens, so it isn't asked.
    identity: { ...sectionFacts('identity', fields), nationality: 'CHN' },
    employment: sectionFacts('employment', fields),
    contact: sectionFacts('contact', fields),
  });
  if (parsed.success) return { ok: true, facts: parsed.data };
  const codes = Object.fromEntries(
    parsed.error.issues.map((issue) => [issue.path.join('.'), issue.code === 'custom' ? issue.message : issue.code]),
  );
  return { ok: false, codes };
}

function sectionFacts(section: SectionName, fields: Fields): Record<string, string> {
  return Object.fromEntries(
    fieldsOf(section)
      .filter((name) => fields[name] !== '')
      .map((name) => [name.slice(section.length + 1), fields[name]]),
  );
}
