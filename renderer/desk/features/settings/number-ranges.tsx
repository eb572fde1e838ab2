import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type desk, deskQuery } from '../../app/desk-client.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { RangeDialog } from './range-dialog.tsx';

type Block = Awaited<ReturnType<typeof desk.numbers.blocks>>[number];

/** The runs of numbers of this year and the next, what is left of each, and another one. */
export function NumberRanges() {
  const { t } = useTranslation('settings');
  const { data: blocks, error } = useQuery(deskQuery.numbers.blocks.queryOptions());
  const { data: status } = useQuery(deskQuery.counter.status.queryOptions());
  const [adds, setAdds] = useState(false);
  const missing = status?.nextYearMissing ?? [];
  const number = { className: 'number', align: 'right' as const, width: 120 };
  return (
    <section className="settings-part" aria-label={t('ranges.title')}>
      <div className="settings-head">
        <h2>{t('ranges.title')}</h2>
        <Button onClick={() => setAdds(true)}>{t('ranges.add')}</Button>
      </div>
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('ranges.nextYearMissing', {
            series: missing.map((one) => t(`ranges.seriesName.${one}`)).join(t('ranges.and')),
          })}
        />
      )}
      <RefusalWords error={error} />
      <Table<Block>
        size="small"
        aria-label={t('ranges.title')}
        rowKey="id"
        pagination={false}
        dataSource={blocks ?? []}
        locale={{ emptyText: t('ranges.none') }}
        columns={[
          { title: t('ranges.series'), render: (_, { series }) => t(`ranges.seriesName.${series}`) },
          { title: t('ranges.year'), dataIndex: 'year', ...number },
          { title: t('ranges.from'), dataIndex: 'start', ...number },
          { title: t('ranges.to'), dataIndex: 'end', ...number },
          { title: t('ranges.left'), render: (_, { left, frozen }) => (frozen ? t('ranges.frozen') : left), ...number },
        ]}
      />
      {adds && <RangeDialog missing={missing} onClose={() => setAdds(false)} />}
    </section>
  );
}
