import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../../shared/contract/request-calls.ts';

/** Until when a request is to be answered, and how many working days that leaves. */
export function DueWords({ request: { daysLeft, dueOn, weekendsOnly } }: { request: RequestView }) {
  const { t } = useTranslation('requests');
  const late = daysLeft < 0;
  return (
    <Typography.Text type={late ? 'danger' : 'secondary'}>
      {t(late ? 'list.late' : 'list.due', { date: dueOn, count: Math.abs(daysLeft) })}
      {weekendsOnly && ` · ${t('list.weekendsOnly')}`}
    </Typography.Text>
  );
}
