import { Link } from '@tanstack/react-router';
import { Button, Tag, Typography } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../../../shared/contract/approval-calls.ts';
import { askedWord } from '../../app/asked-word.ts';
import { useCardText } from '../../app/use-card-text.ts';
import { shortMoment } from '../../ui/moments.ts';
import type { RowColumn } from '../../ui/row-column.ts';
import { RowList } from '../../ui/row-list.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useRowChoosing } from '../../ui/use-row-choosing.ts';
import { ApprovalDialog } from './approval-dialog.tsx';

const keyOf = (approval: ApprovalView) => approval.id;
const wordsOf = ({ name, number, requestedByName }: ApprovalView) => [name, number, requestedByName];

/** What was left for a second person, the oldest first. Enter opens one; nothing is decided from the list. */
export function ApprovalsList({ approvals }: { approvals: readonly ApprovalView[] }) {
  const { t } = useTranslation('approvals');
  const choosing = useRowChoosing({ rows: approvals, keyOf, wordsOf });
  const [opened, setOpened] = useState<ApprovalView>();
  const open = useCallback((approval: ApprovalView) => setOpened(approval), []);
  return (
    <>
      <RowList
        label={t('list.label')}
        filterLabel={t('list.filter')}
        choosing={choosing}
        columns={useColumns(open)}
        onEnter={open}
        takeText={useCardText()}
        beside={<Typography.Text type="secondary">{t('list.help')}</Typography.Text>}
        none={t('list.none')}
        noHit={t('list.noHit')}
      />
      {opened && <ApprovalDialog approval={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

function useColumns(open: (approval: ApprovalView) => void): RowColumn<ApprovalView>[] {
  const { t } = useTranslation('approvals');
  const now = useNow(60_000);
  return useMemo(
    () => [
      { key: 'act', title: t('list.act'), cell: ({ asked }) => <Tag color="warning">{t(`asked.${askedWord(asked)}`)}</Tag> },
      {
        key: 'name',
        title: t('list.name'),
        cell: ({ personId, name }, chosen) => (
          <Link to="/person/$personId" params={{ personId }} className="name" tabIndex={chosen ? 0 : -1}>
            {name}
          </Link>
        ),
      },
      { key: 'number', title: t('list.number'), cell: ({ number }) => <span className="number">{number}</span> },
      { key: 'by', title: t('list.by'), cell: ({ requestedByName }) => requestedByName },
      { key: 'since', title: t('list.since'), cell: ({ requestedAt }) => shortMoment(requestedAt, now) },
      { key: 'mayDecide', title: t('list.mayDecide'), cell: ({ mayDecide }) => t(`mayDecide.${mayDecide}`) },
      {
        key: 'open',
        title: t('list.action'),
        className: 'row-acts',
        cell: (approval, chosen) => (
          <Button size="small" tabIndex={chosen ? 0 : -1} onClick={() => open(approval)}>
            {t('list.open')}
          </Button>
        ),
      },
    ],
    [t, now, open],
  );
}
