import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { type PaperSubject, paperName } from '../../../../shared/domain/paper/printed-paper.ts';

type Earlier = Pick<PersonView['papers'][number], 'subject' | 'printedOn' | 'spent'>;

/**
 * The latest print of the same paper, or undefined for one that was never printed: what is printed twice is a reprint. Spent prints
 * don't count: a spoilt card is made once more, and not reprinted.
 */
export function findEarlierPrint<P extends Earlier>(papers: readonly P[], subject: PaperSubject): P | undefined {
  return papers
    .filter(({ subject: other, spent }) => !spent && sameSubject(other, subject))
    .reduce<P | undefined>(
      (latest, paper) => (latest === undefined || paper.printedOn >= latest.printedOn ? paper : latest),
      undefined,
    );
}

function sameSubject(a: PaperSubject, b: PaperSubject): boolean {
  const name = paperName(a);
  return name !== undefined && name === paperName(b);
}
