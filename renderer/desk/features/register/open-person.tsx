import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../shared/domain/ids.ts';

/** The way to a person who is already here; what was filled in stays as a draft. */
export function OpenPerson({ personId }: { personId: PersonId }) {
  const { t } = useTranslation('register');
  return (
    <Link to="/person/$personId" params={{ personId }}>
      {t('likely.open')}
    </Link>
  );
}
