import type { Entry } from '../../shared/domain/entry.ts';
import type { OpenCounter } from './open-counter.ts';

type Details = Record<string, string>;

/** What a line of the timeline tells of an act that was left for a second person; undefined for any other entry. */
export function requestDetails(entry: Entry): Details | undefined {
  if (entry.kind === 'approval.declined') return { reason: entry.facts.reason };
  if (entry.kind !== 'approval.requested') return undefined;
  const { asked, note } = entry.facts.approval;
  const said = note ? { note } : {};
  if (asked.act === 'card.change') return { asked: asked.change, cardNumber: asked.cardNumber, reason: asked.reason, ...said };
  return { asked: 'grant-directly', ...said };
}

/** Of a matter that went on to another clerk: to whom, and what was said; undefined for any other entry. */
export function handOverDetails({ ledger }: Pick<OpenCounter, 'ledger'>, entry: Entry): Details | undefined {
  if (entry.kind !== 'matters.handed-over') return undefined;
  const { to, note } = entry.facts;
  return { to: ledger.staff(to)?.name ?? '', ...(note && { note }) };
}
