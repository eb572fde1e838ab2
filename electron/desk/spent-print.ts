import type { Card } from '../../shared/domain/card/card.ts';
import type { PaperId } from '../../shared/domain/ids.ts';
import type { Recognition } from '../../shared/domain/matter/recognition.ts';
import { isCardSide, type PaperKind, type PrintedPaper } from '../../shared/domain/paper/printed-paper.ts';
import type { Person } from '../../shared/domain/talent/person.ts';
import { chineseDate } from '../../shared/paper/chinese-date.ts';
import { noticeAskedOn } from '../../shared/paper/notice-supplement/notice-supplement.ts';

/**
 * Whether a print is no earlier print of the next one, which then is a first one and bears no mark 补打: it was spoilt with its card
 * (作废), states a loss before this one, or tells what was to be supplemented before the last time.
 */
export function isSpent(
  { id, subject, values }: PrintedPaper,
  card: Card | undefined,
  recognition: Pick<Recognition, 'supplements'> | undefined,
): boolean {
  if (subject.kind === 'notice-supplement' && recognition) return values['askedOn'] !== noticeAskedOn(recognition);
  if (card?.voidedPapers?.includes(id)) return true;
  const lostOn = card?.state === 'lost' ? card.since : undefined;
  return subject.kind === 'loss-statement' && lostOn !== undefined && values['reportedOn'] !== chineseDate(lostOn);
}

/**
 * Whether who it is for was corrected since: the same paper printed now is a first print, with what holds today. A card bears the name
 * that it was issued with, until another takes its place.
 */
export function isOutdated({ id, subject }: Pick<PrintedPaper, 'id' | 'subject'>, person: Person | undefined): boolean {
  const corrected = person?.identityCorrectedBy;
  // Both are UUIDv7, so that the later one is the greater.
  return corrected !== undefined && !isCardSide(subject.kind) && (id as string) < corrected;
}

/** Whether it is a print of a side of this card that was not voided (作废). */
export function isUnspoiltSide(
  paper: { readonly id: PaperId; readonly kind: PaperKind; readonly cardNumber?: string | undefined },
  { number, voidedPapers = [] }: Pick<Card, 'number' | 'voidedPapers'>,
): boolean {
  return paper.cardNumber === number && isCardSide(paper.kind) && !voidedPapers.includes(paper.id);
}
