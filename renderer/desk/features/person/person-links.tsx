import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { useMay } from '../../app/use-may.ts';

/** Where a person's record is corrected, and what they may ask for. */
export function PersonLinks({ personId }: { personId: PersonId }) {
  const { t } = useTranslation('requests');
  const mayCorrect = useMay('talent.correct');
  return (
    <>
      {mayCorrect && (
        <Link to="/correct/$personId" params={{ personId }}>
          {t('correct.open')}
        </Link>
      )}
      <Link to="/requests/$personId" params={{ personId }}>
        {t('open')}
      </Link>
    </>
  );
}
