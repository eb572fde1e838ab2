import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toTrouble } from './trouble.ts';
import { fillWords, troubleWords } from './trouble-words.ts';

export interface RefusalWordsProps {
  /** What a call threw; nothing is shown for null and undefined. */
  error: unknown;
  /** A button or link that helps, such as the person who already has the number. */
  action?: ReactNode;
  /** Words for a detail that only the screen knows, e.g. a field's label. */
  details?: Record<string, string>;
}

/** What happened, what is safe, what to do next; with an incident number small at the end where it was a bug. */
export function RefusalWords({ error, action, details }: RefusalWordsProps) {
  const { i18n } = useTranslation();
  if (error === null || error === undefined) return null;
  const trouble = toTrouble(error);
  const words = troubleWords(trouble, i18n.language);
  const text = (template: string) => fillWords(template, { ...words.details, ...details });
  return (
    <Alert
      role="alert"
      type={trouble.kind === 'lost' ? 'warning' : 'error'}
      showIcon
      title={
        <>
          <strong>{text(words.happened)}</strong> {words.safe && <span>{text(words.safe)} </span>}
          <span>{text(words.next)}</span>
          {words.incident && <small className="incident"> {words.incident}</small>}
        </>
      }
      action={action}
    />
  );
}
