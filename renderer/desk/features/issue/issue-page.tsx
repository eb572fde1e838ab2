import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Flex, Tag, Typography } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { deskQuery } from '../../app/desk-client.ts';
import { keys, useKey } from '../../app/keys.ts';
import { useCardText } from '../../app/use-card-text.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import type { RowColumn } from '../../ui/row-column.ts';
import { RowList } from '../../ui/row-list.tsx';
import { useRowChoosing } from '../../ui/use-row-choosing.ts';
import { type CardWork, useCardWork, type WaitingCard } from './use-card-work.ts';

/** A card that was made is another row: printing a queue goes on with the next to print, and doesn't follow it to the hand-overs. */
const keyOf = (row: WaitingCard) => (row.state === 'to-hand-over' ? `${row.matterId}-made` : row.matterId);
const wordsOf = (row: WaitingCard) => [row.name, row.cardNumber ?? '', row.tierName];

/** Recognised people without a card, cards that aren't printed on both sides, and made ones: Enter does the next step of each. */
export function IssuePage() {
  const { t } = useTranslation('issue');
  const { data: rows, error } = useQuery(deskQuery.cards.waiting.queryOptions());
  const choosing = useRowChoosing({ rows, keyOf, wordsOf });
  const work = useCardWork();
  const { chosen } = choosing;
  useKey('print', () => chosen && work.print(chosen), chosen?.state === 'to-make');
  useKey('handOver', () => chosen && work.next(chosen), chosen?.state === 'to-hand-over');
  useKey('issueCard', () => chosen && work.next(chosen), chosen?.state === 'to-issue');
  return (
    <Page title={t('title')}>
      <RefusalWords error={error ?? work.error} />
      <RowList
        label={t('title')}
        filterLabel={t('filter')}
        choosing={choosing}
        columns={useColumns(work)}
        onEnter={work.next}
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

function useColumns(work: CardWork): RowColumn<WaitingCard>[] {
  const { t } = useTranslation('issue');
  const { named } = usePolicy();
  const { next, print, certificate, issuing } = work;
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
      { key: 'tier', title: t('tier'), cell: ({ tierName }) => named(tierName) },
      {
        key: 'state',
        title: t('state'),
        cell: ({ state, uncollected }) => <Tag color="warning">{t(`states.${uncollected ? 'uncollected' : state}`)}</Tag>,
      },
      {
        key: 'cardNumber',
        title: t('cardNumber'),
        cell: ({ cardNumber }) => <NumberText number={cardNumber} />,
      },
      {
        key: 'act',
        title: t('action'),
        className: 'row-acts',
        cell: (row, chosen) => <RowButtons row={row} chosen={chosen} {...{ next, print, certificate, issuing }} />,
      },
    ],
    [t, named, next, print, certificate, issuing],
  );
}

interface RowButtonsProps extends Pick<CardWork, 'next' | 'print' | 'certificate' | 'issuing'> {
  row: WaitingCard;
  chosen: boolean;
}

function RowButtons({ row, chosen, next, print, certificate, issuing }: RowButtonsProps) {
  const { t } = useTranslation('issue');
  const common = { size: 'small', tabIndex: chosen ? 0 : -1 } as const;
  return (
    <Flex gap={8} justify="flex-end">
      <Button {...common} onClick={() => certificate(row)}>
        {t('certificate')}
      </Button>
      {row.state === 'to-issue' && (
        <Button {...common} type={chosen ? 'primary' : 'default'} loading={issuing === row.personId} onClick={() => next(row)}>
          {t('issue')} {chosen && keys.issueCard}
        </Button>
      )}
      {row.state === 'to-hand-over' && (
        <Button {...common} type={chosen ? 'primary' : 'default'} onClick={() => next(row)}>
          {t('handOver')} {chosen && keys.handOver}
        </Button>
      )}
      {row.state === 'to-make' && (
        <Button {...common} type={chosen ? 'primary' : 'default'} onClick={() => print(row)}>
          {t('print')} {chosen && keys.print}
        </Button>
      )}
    </Flex>
  );
}
