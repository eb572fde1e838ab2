import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Tag, Typography } from 'antd';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { recognitionStatus } from '../../../../shared/domain/matter/recognition.ts';
import { type desk, deskQuery } from '../../app/desk-client.ts';
import { useCardText } from '../../app/use-card-text.ts';
import { useMay } from '../../app/use-may.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { Page } from '../../ui/page.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import type { RowColumn } from '../../ui/row-column.ts';
import { RowList } from '../../ui/row-list.tsx';
import { useRowChoosing } from '../../ui/use-row-choosing.ts';

type Matter = Awaited<ReturnType<typeof desk.recognitions.waiting>>[number];

const keyOf = (matter: Matter) => matter.matterId;
const wordsOf = (matter: Matter) => [matter.name, matter.number, matter.teamName, matter.tierName];

/** Every recognition that was taken in and not decided, in the order in which it came. */
export function MattersPage() {
  const { t } = useTranslation('matters');
  const { data: rows, error } = useQuery(deskQuery.recognitions.waiting.queryOptions());
  const choosing = useRowChoosing({ rows, keyOf, wordsOf });
  const open = useOpenMatter();
  const columns = useColumns(open);
  return (
    <Page title={t('title')}>
      <RefusalWords error={error} />
      <RowList
        label={t('title')}
        filterLabel={t('filter')}
        choosing={choosing}
        columns={columns}
        onEnter={open}
        takeText={useCardText()}
        beside={
          <>
            <span>{t('count', { shown: choosing.shown.length, all: choosing.all ?? 0 })}</span>
            <Typography.Text type="secondary">{t('help')}</Typography.Text>
          </>
        }
        none={t('none')}
        noHit={t('noHit')}
      />
    </Page>
  );
}

/** Whoever may decide goes to the decision, everybody else to the person. */
function useOpenMatter(): (matter: Matter) => void {
  const navigate = useNavigate();
  const to = useMay('recognition.receive') ? '/recognise/$personId' : '/person/$personId';
  return useCallback(({ personId }) => void navigate({ to, params: { personId } }), [navigate, to]);
}

function useColumns(open: (matter: Matter) => void): RowColumn<Matter>[] {
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
      { key: 'receivedOn', title: t('receivedOn'), cell: ({ receivedOn }) => receivedOn },
      { key: 'status', title: t('status'), cell: ({ status }) => <StatusTag status={status} /> },
      { key: 'next', title: t('next'), cell: ({ direct }) => t(direct ? 'direct' : 'approval') },
      {
        key: 'act',
        title: t('action'),
        className: 'row-acts',
        cell: (matter, chosen) => (
          <Button size="small" tabIndex={chosen ? 0 : -1} onClick={() => open(matter)}>
            {t(mayDecide ? 'open' : 'look')}
          </Button>
        ),
      },
    ],
    [t, named, open, mayDecide],
  );
}

function StatusTag({ status }: { status: string }) {
  const { t } = useTranslation('matters');
  const known = recognitionStatus.safeParse(status);
  return <Tag color="warning">{known.success ? t(`statuses.${known.data}`) : status}</Tag>;
}
