import { useQuery } from '@tanstack/react-query';
import { Descriptions, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { deskQuery } from '../../app/desk-client.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';

/** 数据留存: the rule, what is due, and why the rest is held back. */
export function RetentionTab() {
  const { t } = useTranslation(['requests', 'troubles']);
  const { data, error } = useQuery(deskQuery.retention.overview.queryOptions());
  if (!data) return <RefusalWords error={error} />;
  const { registrationDays, recognitionDays, archiveYears, people, redacted, due, heldBack, echoedUpTo, entries } = data;
  const number = (value: number) => <span className="number">{value}</span>;
  const items = [
    { key: 'registration', label: t('retention.registration'), children: t('retention.days', { count: registrationDays }) },
    { key: 'recognition', label: t('retention.recognition'), children: t('retention.days', { count: recognitionDays }) },
    { key: 'archive', label: t('retention.archive'), children: t('retention.years', { count: archiveYears }) },
    { key: 'people', label: t('retention.people'), children: number(people) },
    { key: 'redacted', label: t('retention.redacted'), children: number(redacted) },
    { key: 'due', label: t('retention.due'), children: number(due) },
    {
      key: 'heldBack',
      label: t('retention.heldBack'),
      children: heldBack.length
        ? heldBack
            .map(({ ground, people: count }) => t('retention.held', { reason: t(`troubles:ground.${ground}`), count }))
            .join(' · ')
        : t('retention.none'),
    },
    {
      key: 'echoed',
      label: t('retention.echoed'),
      children: echoedUpTo > 0 ? t('retention.echoedUpTo', { count: entries, echoed: echoedUpTo }) : t('retention.noCentral'),
    },
  ];
  return (
    <div className="settings-part">
      <p>{t('retention.intro')}</p>
      <Descriptions column={1} size="small" bordered items={items} />
      {data.isDefault && <Typography.Text type="secondary">{t('retention.isDefault')}</Typography.Text>}
    </div>
  );
}
