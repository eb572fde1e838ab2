import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Flex, Segmented, Typography } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type desk, deskQuery } from '../../app/desk-client.ts';
import { useSession } from '../../app/session.ts';
import { useCardText } from '../../app/use-card-text.ts';
import { useMay } from '../../app/use-may.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { Page } from '../../ui/page.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import type { RowColumn } from '../../ui/row-column.ts';
import { RowList } from '../../ui/row-list.tsx';
import { useRowChoosing } from '../../ui/use-row-choosing.ts';
import { ApprovalsList } from './approvals-list.tsx';
import './review.css';
import { countWaits, type Wait, waitOf } from './review-rows.ts';

type Matter = Awaited<ReturnType<typeof desk.recognitions.waiting>>[number];

const keyOf = (matter: Matter) => matter.matterId;
const wordsOf = (matter: Matter) => [matter.name, matter.number, matter.teamName, matter.tierName];

/** What can't go on without somebody else: acts left for a second person, a sign-off, or an approving body's decision to be entered. */
export function ReviewPage() {
  const { t } = useTranslation('review');
  const { data: all, error } = useQuery(deskQuery.recognitions.waiting.queryOptions());
  const { data: approvals, error: approvalsError } = useQuery(deskQuery.approvals.list.queryOptions());
  const asked = useMemo(() => approvals?.filter(({ state }) => state === 'waiting') ?? [], [approvals]);
  const [wanted, setWanted] = useState<Which>();
  // Whoever may decide on something that was left, or close it, begins there.
  const which = wanted ?? (asked.some(({ mayDecide }) => mayDecide === 'yes' || mayDecide === 'moot') ? 'asked' : 'all');
  return (
    <Page title={t('title')}>
      <RefusalWords error={error ?? approvalsError} />
      <Flex gap={16} align="center" className="review-line">
        {all && approvals && all.length + asked.length > 0 && (
          <WhichWait matters={all} asked={asked.length} which={which} onChange={setWanted} />
        )}
        <Note />
      </Flex>
      {all && approvals && (which === 'asked' ? <ApprovalsList approvals={asked} /> : <MattersList all={all} which={which} />)}
    </Page>
  );
}

/** Recognitions that wait for a decision. */
function MattersList({ all, which }: { all: readonly Matter[]; which: Wait | 'all' }) {
  const { t } = useTranslation('review');
  const rows = useMemo(() => all.filter((matter) => which === 'all' || waitOf(matter) === which), [all, which]);
  const choosing = useRowChoosing({ rows, keyOf, wordsOf });
  const open = useOpenMatter();
  return (
    <RowList
      label={t('title')}
      filterLabel={t('filter')}
      choosing={choosing}
      columns={useColumns(open)}
      onEnter={open}
      takeText={useCardText()}
      beside={<Typography.Text type="secondary">{t('help')}</Typography.Text>}
      none={t(which === 'all' ? 'none' : 'noHit')}
      noHit={t('noHit')}
    />
  );
}

/** Who may sign off, said to whoever sits here. */
function Note() {
  const { t } = useTranslation('review');
  const { staff } = useSession();
  const role = staff?.role;
  return <Typography.Text type="secondary">{t(role === 'clerk' || role === 'supervisor' ? role : 'looker')}</Typography.Text>;
}

type Which = Wait | 'all' | 'asked';

interface WhichWaitProps {
  matters: readonly Matter[];
  /** How many acts were left for a second person. */
  asked: number;
  which: Which;
  onChange(which: Which): void;
}

function WhichWait({ matters, asked, which, onChange }: WhichWaitProps) {
  const { t } = useTranslation('review');
  const counts = countWaits(matters);
  return (
    <Segmented
      aria-label={t('which')}
      value={which}
      onChange={onChange}
      options={[
        { value: 'asked', label: t('asked', { count: asked }) },
        { value: 'all', label: t('all', { count: matters.length }) },
        { value: 'sign-off', label: t('signOff', { count: counts['sign-off'] }) },
        { value: 'approval', label: t('approval', { count: counts.approval }) },
        { value: 'supplement', label: t('supplement', { count: counts.supplement }) },
      ]}
    />
  );
}

/** Whoever may take part goes to the decision, everybody else to the person. */
function useOpenMatter(): (matter: Matter) => void {
  const navigate = useNavigate();
  const to = useMay('recognition.receive') ? '/recognise/$personId' : '/person/$personId';
  return useCallback(({ personId }) => void navigate({ to, params: { personId } }), [navigate, to]);
}

function useColumns(open: (matter: Matter) => void): RowColumn<Matter>[] {
  const { t } = useTranslation('review');
  const { named } = usePolicy();
  const mayAct = useMay('recognition.receive');
  return useMemo(
    () => [
      {
        key: 'waits',
        title: t('waitsFor'),
        cell: (matter) => t(`waits.${waitOf(matter)}`, { date: matter.supplement?.dueOn ?? '' }),
      },
      {
        key: 'name',
        title: t('name'),
        cell: ({ personId, name }, chosen) => (
          <Link to="/person/$personId" params={{ personId }} className="name" tabIndex={chosen ? 0 : -1}>
            {name}
          </Link>
        ),
      },
      { key: 'tier', title: t('tier'), cell: ({ teamName, tierName }) => `${named(teamName)} · ${named(tierName)}` },
      { key: 'number', title: t('number'), cell: ({ number }) => <span className="number">{number}</span> },
      { key: 'receivedOn', title: t('receivedOn'), cell: ({ receivedOn }) => receivedOn },
      {
        key: 'act',
        title: t('action'),
        className: 'row-acts',
        cell: (matter, chosen) => (
          <Button size="small" tabIndex={chosen ? 0 : -1} onClick={() => open(matter)}>
            {mayAct ? t(`act.${waitOf(matter)}`) : t('look')}
          </Button>
        ),
      },
    ],
    [t, named, open, mayAct],
  );
}
