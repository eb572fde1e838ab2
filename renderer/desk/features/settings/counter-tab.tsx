import { Button, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { DiagnosticsButton } from '../../app/diagnostics-dialog.tsx';
import { useSession } from '../../app/session.ts';
import { useGoLive } from '../../app/use-go-live.ts';
import { DataKey } from './data-key.tsx';
import { NumberRanges } from './number-ranges.tsx';
import { SyncLimit } from './sync-limit.tsx';

/** What this counter is, the numbers it may give, and in 试用 the way to a live one. */
export function CounterTab() {
  const { t } = useTranslation('settings');
  const { trial, office, counterCode } = useSession();
  const goLive = useGoLive();
  const items = [
    { key: 'code', label: t('counter.code'), children: <span className="number">{counterCode}</span> },
    { key: 'mode', label: t('counter.mode'), children: trial ? t('counter.trial') : t('counter.live') },
    { key: 'office', label: t('counter.office'), children: [office?.name, office?.nameEn].filter(Boolean).join(' · ') },
    { key: 'address', label: t('counter.address'), children: office?.address },
    { key: 'enquiry', label: t('counter.enquiryPhone'), children: <span className="number">{office?.enquiryPhone}</span> },
    {
      key: 'supervision',
      label: t('counter.supervisionPhone'),
      children: <span className="number">{office?.supervisionPhone}</span>,
    },
  ];
  return (
    <>
      <div className="settings-part">
        <Descriptions column={1} size="small" bordered items={items} />
      </div>
      <NumberRanges />
      <DataKey />
      {/* 试用 is never synced. */}
      {!trial && <SyncLimit />}
      <section className="settings-part" aria-label={t('counter.help')}>
        <h2>{t('counter.help')}</h2>
        <p>{t('counter.helpWords')}</p>
        <DiagnosticsButton />
      </section>
      {goLive && (
        <section className="settings-part" aria-label={t('counter.goLive')}>
          <h2>{t('counter.goLive')}</h2>
          <p>{t('counter.goLiveWords')}</p>
          <Button onClick={goLive}>{t('counter.goLive')}</Button>
        </section>
      )}
    </>
  );
}
