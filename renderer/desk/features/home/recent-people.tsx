import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../../../shared/contract/talent-calls.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';

type Recent = Omit<SearchHit, 'reason'>;

/** The last ten people that this counter had to do with. */
export function RecentPeople() {
  const { t } = useTranslation('home');
  const { named } = usePolicy();
  const recent = useQuery(deskQuery.talents.recent.queryOptions());
  const columns = [
    {
      title: t('column.name'),
      key: 'name',
      render: (_: unknown, person: Recent) => (
        <Link to="/person/$personId" params={{ personId: person.personId }} className="name">
          {person.name}
        </Link>
      ),
    },
    {
      title: t('column.id'),
      key: 'id',
      render: (_: unknown, person: Recent) => <span className="number">{person.maskedIdNumber}</span>,
    },
    { title: t('column.employer'), dataIndex: 'employer', key: 'employer', ellipsis: true },
    {
      title: t('column.tier'),
      key: 'tier',
      render: (_: unknown, person: Recent) => (person.tier === undefined ? '–' : named(person.tier)),
    },
    {
      title: t('column.card'),
      key: 'card',
      render: (_: unknown, person: Recent) => <NumberText number={person.cardNumber} />,
    },
  ];
  return (
    <Card size="small" className="home-recent" title={<h2>{t('recent')}</h2>}>
      <RefusalWords error={recent.error} />
      <Table<Recent>
        size="small"
        rowKey="personId"
        columns={columns}
        dataSource={(recent.data ?? []).slice(0, 10)}
        pagination={false}
        locale={{ emptyText: t('nobody') }}
      />
    </Card>
  );
}
