import type { SearchHit } from '../../shared/contract/talent-calls.ts';
import { shownNumber } from '../../shared/domain/old-number.ts';
import { maskIdNumber, maskPhone, phoneTail } from '../../shared/domain/talent/masking.ts';
import { foldText, foldWithPlaces } from './fold-text.ts';
import type { Ledger } from './ledger.ts';
import type { PersonLine } from './ledger-lines.ts';

type Reason = SearchHit['reason'];
type HitField = Reason['field'];

export interface HitParts {
  readonly person: PersonLine;
  /** Folded. */
  readonly query: string;
  /** Which of the person's texts it was found in. */
  readonly found: 'name' | 'pinyin' | 'number' | 'employer';
}

/** Words for a tier; its code is shown where there are none. */
export type TierName = (pack: string, team: string, tier: string) => string | undefined;

/** What the desk shows of somebody who was found, and why they were. */
export function searchHit({ person, query, found }: HitParts, ledger: Ledger, tierName: TierName | undefined): SearchHit {
  const granted = ledger.recognitionsOf(person.id).findLast(({ status }) => status === 'granted');
  const tier = granted && (tierName?.(granted.pack, granted.team, granted.tier) ?? granted.tier);
  const cardNumber = person.cardNumbers.at(-1);
  return {
    personId: person.id,
    name: person.name,
    maskedIdNumber: maskIdNumber(person.idNumber),
    employer: person.employer,
    phoneTail: phoneTail(person.phone),
    ...(tier && { tier }),
    ...(cardNumber && { cardNumber }),
    reason: reasonOf[found](person, query) ?? noReason(),
  };
}

const reasonOf: Record<HitParts['found'], (person: PersonLine, query: string) => Reason | undefined> = {
  name: ({ name }, query) => marked('name', name, query),
  employer: ({ employer }, query) => marked('employer', employer, query),
  pinyin: pinyinReason,
  number: numberReason,
};

function noReason(): never {
  throw new Error('a hit without its reason');
}

/** The same digits may lie in several numbers: a whole one is meant before a beginning, that before an ending. */
function numberReason({ cardNumbers, idNumber, phone }: PersonLine, query: string): Reason | undefined {
  const numbers = [
    ...cardNumbers
      .toReversed()
      .map((kept) => ({ field: 'card-number', number: shownNumber(kept), mask: (open: string) => open }) as const),
    { field: 'id-number', number: idNumber, mask: maskIdNumber } as const,
    { field: 'phone', number: phone, mask: maskPhone } as const,
  ];
  const lies = numbers.map(({ number }) => {
    const folded = foldText(number);
    return [folded === query, folded.startsWith(query), folded.endsWith(query), folded.includes(query)].indexOf(true);
  });
  const best = Math.min(...lies.filter((lie) => lie >= 0));
  const meant = numbers[lies.indexOf(best)];
  return meant && masked(meant, query);
}

function marked(field: HitField, shown: string, query: string): Reason | undefined {
  const { folded, places } = foldWithPlaces(shown);
  const at = folded.indexOf(query);
  if (at === -1) return undefined;
  // Not the place after the last code unit: what is ignored there isn't part of the hit.
  return { field, shown, from: places[at] ?? 0, to: (places[at + query.length - 1] ?? 0) + 1 };
}

interface MaskedNumber {
  readonly field: HitField;
  readonly number: string;
  mask(number: string): string;
}

/**
 * A number is shown as the mask has it, whatever was typed: who typed the digits knows them, and who looks over the shoulder learns
 * nothing more. Marked is what of the hit lies in the places that the mask leaves open.
 */
function masked({ field, number, mask }: MaskedNumber, query: string): Reason {
  const shown = mask(number);
  const folded = foldText(number);
  const at = folded.endsWith(query) && !folded.startsWith(query) ? folded.length - query.length : folded.indexOf(query);
  let from = at;
  let to = at + query.length;
  while (from < to && shown[from] === '*') from++;
  while (to > from && shown[to - 1] === '*') to--;
  return from === to ? { field, shown, from: 0, to: 0 } : { field, shown, from, to };
}

/** Syllables apart, with the letters marked that were typed; for initials, all from the first syllable meant to the last. */
function pinyinReason({ pinyin }: PersonLine, query: string): Reason | undefined {
  for (const reading of pinyin.split('\n')) {
    const found = marked('pinyin', reading, query);
    if (found) return found;
  }
  for (const reading of pinyin.split('\n')) {
    const syllables = reading.split(' ');
    const at = syllables
      .map((syllable) => syllable.charAt(0))
      .join('')
      .indexOf(query);
    if (at === -1) continue;
    const from = syllables.slice(0, at).join(' ').length + (at > 0 ? 1 : 0);
    const to = syllables.slice(0, at + query.length).join(' ').length;
    return { field: 'pinyin', shown: reading, from, to };
  }
  return undefined;
}
