import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterRow } from '../../../../shared/contract/hand-over-calls.ts';
import { recognitionStatus } from '../../../../shared/domain/matter/recognition.ts';
import { useMay } from '../../app/use-may.ts';
import { usePolicy } from '../../app/use-policy.ts';
import type { RowColumn } from '../../ui/row-column.ts';

/** Every column of the work-list; which are shown is for each member of staff to say. The name and the action always are. */
export function useMatterColumns(open: (matter: MatterRow) => void): RowColumn<MatterRow>[] {
  const { t } = useTranslation('matters');
  const { named } = usePolicy();
  const mayDecide = useMay('recognition.receive');
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('name'),
        cell: ({ personId, name }, chosen) => (
          <Link to="/person/$personId" params={{ personId }} className="name" tabIndex={chosen ? 0 : -1}>
            {name}
          </Link>
        ),
      },
      { key: 'number', title: t('number'), cell: ({ number }) => <span className="number">{number}</span> },
      { key: 'team', title: t('team'), cell: ({ teamName }) => named(teamName) },
      { key: 'tier', title: t('tier'), cell: ({ tierName }) => named(tierName) },
      { key: 'receivedOn', title: t('receivedOn'), cell: ({ receivedOn }) => <span className="number">{receivedOn}</span> },
      { key: 'grantedOn', title: t('grantedOn'), cell: ({ grantedOn }) => <span className="number">{grantedOn ?? '–'}</span> },
      { key: 'status', title: t('status'), cell: (matter) => <StatusTag matter={matter} /> },
      { key: 'handler', title: t('handler'), cell: ({ handlerName }) => handlerName },
      {
        key: 'next',
        title: t('next'),
        cell: (row) => (row.open ? t(row.dueOn ? 'supplement' : row.direct ? 'direct' : 'approval') : '–'),
      },
      {
        key: 'act',
        title: t('action'),
        className: 'row-acts',
        cell: (matter, chosen) => (
          <Button size="small" tabIndex={chosen ? 0 : -1} onClick={() => open(matter)}>
            {t(mayDecide && matter.open ? 'open' : 'look')}
          </Button>
        ),
      },
    ],
    [t, named, open, mayDecide],
  );
}

function StatusTag({ matter: { status, open, dueOn, overdue } }: { matter: MatterRow }) {
  const { t } = useTranslation('matters');
  const known = recognitionStatus.safeParse(status);
  const color = overdue ? 'error' : open ? 'warning' : status === 'granted' ? 'success' : 'default';
  return (
    <>
      <Tag color={color}>{known.success ? t(`statuses.${known.data}`) : status}</Tag>{' '}
      {dueOn && <span className="number">{t(overdue ? 'overdue' : 'dueOn', { date: dueOn })}</span>}
    </>
  );
}
