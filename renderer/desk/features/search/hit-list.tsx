import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../../../shared/contract/talent-calls.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { Marked } from './marked.tsx';

/** The id of a hit's row, for `aria-activedescendant`. */
export function hitId(index: number): string {
  return `search-hit-${index}`;
}

export interface HitListProps {
  id: string;
  hits: readonly SearchHit[];
  chosen: number;
  error: unknown;
  onOpen: (personId: PersonId) => void;
}

/** What was found, each with why it was found. */
export function HitList({ id, hits, chosen, error, onOpen }: HitListProps) {
  const { t } = useTranslation('search');
  if (error)
    return (
      <div className="search-hits" id={id} role="listbox" aria-label={t('label')}>
        <RefusalWords error={error} />
      </div>
    );
  return (
    <div className="search-hits" id={id} role="listbox" aria-label={t('label')} tabIndex={-1}>
      {hits.map((hit, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's, as a combobox has them
        <div
          key={hit.personId}
          id={hitId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className="search-hit"
          // The box keeps the focus, and with it the list.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onOpen(hit.personId)}
        >
          <HitRow hit={hit} />
        </div>
      ))}
      {hits.length === 0 && <p className="search-none">{t('none')}</p>}
    </div>
  );
}

function HitRow({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation('search');
  const { named } = usePolicy();
  const byName = hit.reason.field === 'name';
  return (
    <>
      <span className="name">{byName ? <Marked reason={hit.reason} /> : hit.name}</span>
      <span className="number hit-id">{hit.maskedIdNumber}</span>
      <span className="hit-employer">{hit.employer}</span>
      <span>{hit.tier !== undefined && named(hit.tier)}</span>
      <span className="hit-reason">
        {!byName && (
          <>
            {t(`reason.${hit.reason.field}`)} <Marked reason={hit.reason} />
          </>
        )}
      </span>
    </>
  );
}
