import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { CounterTab } from './counter-tab.tsx';
import { RetentionTab } from './retention-tab.tsx';
import './settings.css';
import { StaffTab } from './staff-tab.tsx';

/** The administrator's page: who may sign in here, and what this counter is. */
export function SettingsPage() {
  const { t } = useTranslation(['settings', 'requests']);
  return (
    <Page title={t('title')}>
      <Tabs
        className="settings"
        size="small"
        items={[
          { key: 'people', label: t('tabs.people'), children: <StaffTab /> },
          { key: 'counter', label: t('tabs.counter'), children: <CounterTab /> },
          { key: 'retention', label: t('requests:retention.tab'), children: <RetentionTab /> },
        ]}
      />
    </Page>
  );
}
