import type { AuditItem } from '../../shared/contract/audit-calls.ts';
import type { Entry } from '../../shared/domain/entry.ts';
import { personOf } from '../../shared/domain/evolve.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { maskIdNumber, maskPhone } from '../../shared/domain/talent/masking.ts';
import { entryDetails } from './entry-details.ts';
import type { OpenCounter } from './open-counter.ts';

/** An entry as the audit lists it. */
export async function auditItem(counter: OpenCounter, seq: number): Promise<AuditItem> {
  const entry = await counter.journal.readEntry(seq);
  if (!entry) return { seq };
  const staff = entry.staffId ? counter.ledger.staff(entry.staffId) : undefined;
  const personId = subjectOf(entry);
  const person = personId && counter.ledger.findPerson(personId);
  return {
    seq,
    entry: {
      kind: entry.kind,
      at: entry.at.wall,
      ...(staff && { staffName: staff.name, staffNumber: staff.number }),
      ...(person && { person: { id: person.id, name: person.name } }),
      details: covered(entryDetails(counter, entry)),
    },
  };
}

function subjectOf(entry: Entry): PersonId | undefined {
  return entry.kind === 'person.viewed' ? entry.facts.personId : personOf(entry);
}

/** What somebody typed as a reason or a note may hold a number that is masked everywhere else. */
function covered(details: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(details).map(([name, text]) => [name, coverNumbers(text)]));
}

/** Resident ID numbers and mobile phones within a text, masked as screens show them. */
export function coverNumbers(text: string): string {
  return text
    .replaceAll(/(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g, (number) => maskIdNumber(number))
    .replaceAll(/(?<![0-9A-Za-z])(?:\+86)?1[3-9]\d{9}(?!\d)/g, (phone) => maskPhone(phone));
}
