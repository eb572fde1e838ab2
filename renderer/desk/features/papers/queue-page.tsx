import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { JobList } from './job-list.tsx';

/** The print queue as a page of its own, where the status bar's printer leads. */
export function QueuePage() {
  const { t } = useTranslation('papers');
  return (
    <Page title={t('queue.title')}>
      <JobList />
    </Page>
  );
}
