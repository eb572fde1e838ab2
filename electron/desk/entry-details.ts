import type { Entry } from '../../shared/domain/entry.ts';
import { cardChangeOf } from '../../shared/domain/evolve.ts';
import type { Recognition } from '../../shared/domain/matter/recognition.ts';
import { findTier } from '../../shared/domain/policy/pack.ts';
import { handOverDetails, requestDetails } from './hand-over-details.ts';
import { officeDetails } from './office-details.ts';
import type { OpenCounter } from './open-counter.ts';
import { personalDetails } from './personal-details.ts';

/** What a line tells of an entry besides its kind: codes and values by name, for the desk's words; nothing that is masked elsewhere. */
export function entryDetails(counter: OpenCounter, entry: Entry): Record<string, string> {
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
    default:
      return (
        personalDetails(counter, entry) ??
        requestDetails(entry) ??
        handOverDetails(counter, entry) ??
        officeDetails(entry) ??
        cardChangeDetails(counter, entry)
      );
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
