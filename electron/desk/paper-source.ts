import type { PersonId } from '../../shared/domain/ids.ts';
import { shownNumber } from '../../shared/domain/old-number.ts';
import { type PaperSubject, type PrintedPaper, paperName } from '../../shared/domain/paper/printed-paper.ts';
import type { PlainDate } from '../../shared/domain/plain-date.ts';
import type { AnyPaperDefinition } from '../../shared/paper/definition.ts';
import { getPaperDefinition } from '../../shared/paper/registry.ts';
import type { DeskRoom, OpenCounter, RenderedPaper } from './open-counter.ts';
import { type Gathered, gatherContext } from './paper-context.ts';
import { isOutdated, isSpent } from './spent-print.ts';
import { mustTrust } from './trusted-today.ts';

/** A paper as it is about to be shown or printed: a first print from the records as they are, a reprint from the first one's entry. */
export interface PaperSource {
  readonly definition: AnyPaperDefinition;
  /** Absent where the paper is nobody's. */
  readonly personId: PersonId | undefined;
  /** What people call it by: the matter's, certificate's or card's number; empty where it has none. */
  readonly number: string;
  readonly layout: string;
  readonly values: PrintedPaper['values'];
  /** The first print, where this is a reprint. */
  readonly earlier: PrintedPaper | undefined;
  /** The queue under which it is printed. */
  readonly aggregate: string;
  /** The day that all of it was read on: a print at midnight has one date. */
  readonly today: PlainDate;
}

/** Refuses `bad-input`, `not-found`, `paper-not-available` and `date-questionable`. */
export async function getPaperSource(room: DeskRoom, subject: PaperSubject): Promise<PaperSource> {
  const counter = room.counter();
  const definition = getPaperDefinition(subject.kind);
  const today = room.clock.today();
  const gathered = await gatherContext(counter, definition.about, { subject, today, signed: definition.signed === true });
  const { context, personId, aggregate } = gathered;
  const number = definition.number?.(context as never) ?? gathered.number;
  const named = { definition, personId, number: shownNumber(number), aggregate, today };
  const earlier = await findEarlier(counter, subject, gathered);
  // The same paper years later: its own values and layout, whatever the records say by now.
  if (earlier) return { ...named, layout: earlier.layout, values: earlier.values, earlier };
  mustTrust(room, today);
  const values = definition.values({ ...context, staffName: staffName(room, definition, gathered) } as never);
  return { ...named, layout: definition.layout, values, earlier: undefined };
}

/** The PDF. Refuses what can't be drawn, doesn't fit, or makes too long a QR, before anything is kept. */
export async function renderPaper(counter: OpenCounter, source: PaperSource): Promise<RenderedPaper> {
  const { layout, values, earlier } = source;
  return counter.renderer.render({ layout, values, marks: { reprint: earlier !== undefined } });
}

/** The first print of the same paper that still counts; none of a paper without a name, such as a blank. */
async function findEarlier(
  { ledger, records }: OpenCounter,
  subject: PaperSubject,
  { card, context }: Gathered,
): Promise<PrintedPaper | undefined> {
  const name = paperName(subject);
  for (const id of name === undefined ? [] : ledger.papersNamed(name)) {
    const paper = await records.get('paper', id);
    const person = 'person' in context ? context.person : undefined;
    if (!paper || isOutdated(paper, person)) continue;
    if (!isSpent(paper, card, 'recognition' in context ? context.recognition : undefined)) return paper;
  }
  return undefined;
}

/** 经办人: who did what the paper tells of. */
function staffName(room: DeskRoom, definition: AnyPaperDefinition, { context, takenBy }: Gathered): string {
  const by = definition.handledBy?.(context as never) ?? takenBy ?? 'printer';
  return by === 'printer' ? room.staff().name : (room.counter().ledger.staff(by)?.name ?? '');
}
