import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { deskQuery } from '../../app/desk-client.ts';

/** What this counter did today. */
export function Today() {
  const { t } = useTranslation('home');
  const { data: status } = useQuery(deskQuery.counter.status.queryOptions());
  const today = status?.today;
  const figures = ['registered', 'recognised', 'cards', 'papers', 'advised'] as const;
  return (
    <Card size="small" className="home-today" title={<h2>{t('today', { date: today?.date ?? '' })}</h2>}>
      <dl className="figures">
        {figures.map((figure) => (
          <div key={figure}>
            <dt>{t(`figure.${figure}`)}</dt>
            <dd>{today?.[figure] ?? '–'}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
