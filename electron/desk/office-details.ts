import type { Entry } from '../../shared/domain/entry.ts';

type Details = Record<string, string>;

/** What a line of the audit tells of the office's own entries: staff, numbers, packs, keys, exports; undefined for any other entry. */
export function officeDetails(entry: Entry): Details | undefined {
  switch (entry.kind) {
    case 'counter.enrolled':
      return { counter: entry.facts.counter.code };
    case 'number-block.granted': {
      const { series, year, start, end } = entry.facts.block;
      return { series, range: `${year} ${start}–${end}` };
    }
    case 'staff.enrolled': {
      const { number, name } = entry.facts.staff;
      return { member: `${name} ${number}` };
    }
    case 'policy-pack.adopted':
      return { pack: entry.facts.pack };
    case 'date.confirmed':
      return { on: entry.facts.today };
    case 'batch.opened':
      return { employer: entry.facts.batch.employer.name };
    case 'advice.given':
      return { items: String(entry.facts.advice.topics.length) };
    case 'head-key.made':
      return { kid: entry.facts.key.kid };
    case 'audit.exported':
      return { format: entry.facts.as, items: String(entry.facts.entries) };
    default:
      return undefined;
  }
}
