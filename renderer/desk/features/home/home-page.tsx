import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import './home.css';
import { DiskLine } from './disk-line.tsx';
import { RecentPeople } from './recent-people.tsx';
import { Today } from './today.tsx';
import { Waiting } from './waiting.tsx';

/** Today's numbers, what waits with its next step, and the last people. */
export function HomePage() {
  const { t } = useTranslation('home');
  return (
    <Page title={t('title')}>
      <div className="home">
        <DiskLine />
        <Today />
        <Waiting />
        <RecentPeople />
      </div>
    </Page>
  );
}
