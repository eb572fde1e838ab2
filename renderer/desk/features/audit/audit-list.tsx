import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Flex, Progress, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AuditItem } from '../../../../shared/contract/audit-calls.ts';
import type { AuditFilter } from '../../../../shared/domain/audit/audit-filter.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { knownKind, lineDetails } from '../../app/history-line.ts';
import { useDetailWords } from '../../app/use-detail-words.ts';
import { clockTime, shortMoment } from '../../ui/moments.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';

const limit = 100;
const askAgainMs = 200;

/** The entries that the filter asks for, newest first; older ones a page at a time. */
export function AuditList({ filter }: { filter: AuditFilter }) {
  const { t } = useTranslation('audit');
  const columns = useColumns();
  const list = useInfiniteQuery(
    deskQuery.audit.list.infiniteOptions({
      input: (before: number | undefined) => ({ filter, limit, ...(before !== undefined && { before }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => (page.older ? page.items.at(-1)?.seq : undefined),
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  const items = list.data?.pages.flatMap((page) => page.items);
  const total = list.data?.pages[0]?.total ?? 0;
  if (list.isPending) return <Gathering />;
  return (
    <Flex vertical gap={8}>
      <RefusalWords error={list.error} />
      <Typography.Text type="secondary" role="status">
        {t('list.count', { shown: items?.length ?? 0, total })}
      </Typography.Text>
      <Table<AuditItem>
        className="audit-list"
        size="small"
        aria-label={t('list.label')}
        rowKey="seq"
        pagination={false}
        dataSource={items ?? []}
        locale={{ emptyText: t('list.none') }}
        columns={columns}
      />
      {list.hasNextPage && (
        <Button className="audit-older" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.older', { count: Math.min(limit, total - (items?.length ?? 0)) })}
        </Button>
      )}
    </Flex>
  );
}

/** The list is made from the journal when it is first asked for: some seconds with a hundred thousand entries. */
function Gathering() {
  const { t } = useTranslation('audit');
  const { data } = useQuery({ ...deskQuery.audit.state.queryOptions(), refetchInterval: askAgainMs });
  const { done, of } = data?.index ?? { done: 0, of: 0 };
  return (
    <div className="audit-gathering" role="status">
      {t('list.gathering', { done, of })}
      <Progress size="small" aria-label={t('list.label')} percent={Math.floor((100 * done) / Math.max(1, of))} showInfo={false} />
    </div>
  );
}

function useColumns() {
  const { t } = useTranslation('audit');
  return [
    { title: t('list.seq'), dataIndex: 'seq', width: 76, align: 'right' as const },
    { title: t('list.at'), width: 180, render: (_: unknown, { entry }: AuditItem) => entry && <Moment at={entry.at} /> },
    {
      title: t('list.staff'),
      width: 130,
      render: (_: unknown, { entry }: AuditItem) =>
        entry && (entry.staffName ? `${entry.staffName} ${entry.staffNumber ?? ''}` : t('list.system')),
    },
    { title: t('list.kind'), width: 170, render: (_: unknown, item: AuditItem) => <Kind {...item} /> },
    {
      title: t('list.person'),
      width: 130,
      render: (_: unknown, { entry }: AuditItem) =>
        entry?.person && (
          <Link to="/person/$personId" params={{ personId: entry.person.id }}>
            {entry.person.name}
          </Link>
        ),
    },
    { title: t('list.details'), render: (_: unknown, item: AuditItem) => <Details {...item} /> },
  ];
}

/** With its day, today's as well: an auditor compares. */
function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at}>
      {shortMoment(at, 0).slice(0, 10)} {clockTime(at)}
    </time>
  );
}

function Kind({ entry }: AuditItem) {
  const { t } = useTranslation(['audit', 'person']);
  if (!entry) return t('list.redacted');
  const kind = knownKind(entry.kind);
  return kind ? t(`person:history.${kind}`) : t('person:history.other', { kind: entry.kind });
}

function Details({ entry }: AuditItem) {
  const { t } = useTranslation('person');
  const say = useDetailWords();
  if (!entry) return null;
  return (
    <dl className="audit-details">
      {lineDetails(entry).map(({ name, value }) => (
        <div key={name} className="fact">
          <dt>{t(`detail.${name}`)}</dt>
          <dd>{say(name, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
