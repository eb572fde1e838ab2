import type { PaperSubject } from '../../../../shared/domain/paper/printed-paper.ts';
import type { CardTask } from '../../app/card-desk.ts';

/** What every act's dialog is given. */
export interface TaskDialogProps {
  task: CardTask;
  /** Done, and these papers follow from it. */
  onDone(papers: readonly PaperSubject[]): void;
  onClose(): void;
}
