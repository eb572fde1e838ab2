import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';

/** An address that leads nowhere, such as one that another version kept. */
export function MissingPage() {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('missing.title')}>
      <Link to="/">{t('missing.home')}</Link>
    </Page>
  );
}
