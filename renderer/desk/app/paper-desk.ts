import { createContext, useContext } from 'react';
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { PaperSubject } from '../../../shared/domain/paper/printed-paper.ts';

export interface PaperRequest {
  /** Whose papers these are: earlier prints are looked up there. Absent for nobody's. */
  personId?: PersonId;
  /** The day of an earlier print of a paper that is nobody's: printing it now is reprinting. */
  printedBefore?: string;
  /** Shown and printed in this order; the two sides of a card are two papers. */
  subjects: readonly PaperSubject[];
}

/** Shows papers as they will be printed, and the print queue, over whatever page is open. */
export interface PaperDesk {
  open(request: PaperRequest): void;
  openQueue(): void;
}

export const PaperDeskContext = createContext<PaperDesk | undefined>(undefined);

/** How any page shows and prints a paper; features/papers stands behind it. */
export function usePaperDesk(): PaperDesk {
  const paperDesk = useContext(PaperDeskContext);
  if (!paperDesk) throw new Error('no paper desk around this component');
  return paperDesk;
}
