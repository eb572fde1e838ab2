import type { Entry } from '../../shared/domain/entry.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import type { OpenCounter } from './open-counter.ts';

/** What a person's history tells of a correction, of a request about their data, or of a look at their number; undefined for any other entry. */
export function personalDetails({ ledger }: OpenCounter, entry: Entry): Record<string, string> | undefined {
  const second = (id: StaffId | undefined): { signedOffBy?: string } => {
    const name = id && ledger.staff(id)?.name;
    return name ? { signedOffBy: name } : {};
  };
  switch (entry.kind) {
    case 'talent.corrected': {
      const { changes, proof } = entry.facts;
      return { corrected: changes.map(({ field }) => field).join(' '), ...second(proof?.signedOffBy) };
    }
    case 'request.received':
      return { request: entry.facts.request.kind, dueOn: entry.facts.request.dueOn };
    case 'request.answered': {
      const { kind, answer } = entry.facts;
      return { request: kind, decision: answer.decision, ...second(answer.signedOffBy) };
    }
    case 'id-number.uncovered':
      return { reason: entry.facts.reason, ...(entry.facts.scan && { scan: 'material' }) };
    default:
      return undefined;
  }
}
