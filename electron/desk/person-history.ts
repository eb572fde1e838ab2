import type { HistoryItem } from '../../shared/contract/talent-calls.ts';
import type { Entry } from '../../shared/domain/entry.ts';
import { cardChangeOf } from '../../shared/domain/evolve.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import type { Recognition } from '../../shared/domain/matter/recognition.ts';
import { findTier } from '../../shared/domain/policy/pack.ts';
import { handOverDetails, requestDetails } from './hand-over-details.ts';
import type { OpenCounter } from './open-counter.ts';

/** Newest entries shown; a person's page needs no more at once. */
const shownAtMost = 200;

/** The journal's entries about a person, newest first. */
export async function personHistory(counter: OpenCounter, personId: PersonId): Promise<HistoryItem[]> {
  const sequences = counter.ledger.historyOf(personId).slice(-shownAtMost);
  const items = await Promise.all(
    [...sequences].reverse().map(async (seq): Promise<HistoryItem | undefined> => {
      const entry = await counter.journal.readEntry(seq);
      if (!entry) return undefined;
      const staff = entry.staffId ? counter.ledger.staff(entry.staffId) : undefined;
      const { id: entryId, kind, event } = entry;
      return {
        entryId,
        seq,
        kind,
        at: entry.at.wall,
        event,
        uploaded: false,
        details: detailsOf(counter, entry),
        ...(staff && { staffName: staff.name }),
      };
    }),
  );
  return items.filter((item) => item !== undefined);
}

function detailsOf(counter: OpenCounter, entry: Entry): Record<string, string> {
  switch (entry.kind) {
    case 'talent.registered':
      return { employer: entry.facts.person.employment?.employerName ?? '' };
    case 'talent.taken-over': {
      const { card, source, signedOffBy } = entry.facts;
      const second = counter.ledger.staff(signedOffBy)?.name;
      const row = `${source.fileName} ${source.sheet} #${source.row}`;
      return {
        cardNumber: card.number,
        ...tierNames(counter, card),
        validTo: card.validTo,
        ledgerRow: row,
        ...(second && { signedOffBy: second }),
      };
    }
    case 'recognition.received': {
      const { recognition } = entry.facts;
      return { number: recognition.number, ...tierNames(counter, recognition) };
    }
    case 'recognition.granted': {
      const { by, certificateNumber, validTo } = entry.facts.grant;
      const second = by.way === 'direct' ? counter.ledger.staff(by.signedOffBy)?.name : undefined;
      return {
        way: by.way,
        certificateNumber,
        validTo,
        ...(by.way === 'approval' && { body: by.approval.body, reference: by.approval.reference }),
        ...(second && { signedOffBy: second }),
      };
    }
    case 'recognition.supplement-asked': {
      const { items, dueOn, again } = entry.facts.supplement;
      return { items: String(items.length), dueOn, ...(again && { reason: again }) };
    }
    case 'recognition.supplemented':
      return { items: String(entry.facts.brought.items.length) };
    case 'recognition.withdrawn':
      return { reason: entry.facts.withdrawn.reason };
    case 'card.issued':
      return { cardNumber: entry.facts.card.number, validTo: entry.facts.card.validTo };
    case 'card.made':
      return { cardNumber: entry.facts.cardNumber };
    case 'card.replaced': {
      const { old, card } = entry.facts;
      return { cardNumber: card.number, replaces: old.cardNumber, ...(old.reason && { replacement: old.reason }) };
    }
    case 'paper.printed': {
      const { subject, reprint } = entry.facts.paper;
      return { paperKind: subject.kind, ...(reprint && { reason: reprint.reason }) };
    }
    case 'id-number.uncovered':
      return { reason: entry.facts.reason };
    default:
      return requestDetails(entry) ?? handOverDetails(counter, entry) ?? cardChangeDetails(counter, entry);
  }
}

function cardChangeDetails(counter: OpenCounter, entry: Entry): Record<string, string> {
  const change = cardChangeOf(entry);
  if (!change) return {};
  const { cardNumber, reason, collected, signedOffBy } = change;
  const second = signedOffBy && counter.ledger.staff(signedOffBy)?.name;
  return {
    cardNumber,
    ...(reason && { reason }),
    ...(collected && { collector: collected.by.name, collectorRole: collected.by.role }),
    ...(second && { signedOffBy: second }),
  };
}

function tierNames(
  counter: OpenCounter,
  { pack, team, tier }: Pick<Recognition, 'pack' | 'team' | 'tier'>,
): Record<string, string> {
  const found = findTier(counter.packs.get(pack), team, tier);
  return found ? { team: found.team.name.zh, tier: found.tier.name.zh } : {};
}
