import { Link } from '@tanstack/react-router';
import { Alert, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../../../shared/contract/approval-calls.ts';
import { askedWord } from '../../app/asked-word.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { shortMoment } from '../../ui/moments.ts';
import { useNow } from '../../ui/use-now.ts';

/** What a second person must know before deciding. */
export function ApprovalFacts({ approval }: { approval: ApprovalView }) {
  const { t } = useTranslation('approvals');
  const { named } = usePolicy();
  const now = useNow(60_000);
  const { asked, personId, name, number, teamName, tierName, requestedByName, requestedAt, event, note } = approval;
  const reason = asked.act === 'card.change' ? asked.reason : undefined;
  const items = [
    {
      key: 'person',
      label: t('dialog.person'),
      children: (
        <>
          <span className="name">{name}</span>{' '}
          <Link to="/person/$personId" params={{ personId }}>
            {t('dialog.toPerson')}
          </Link>
        </>
      ),
    },
    { key: 'tier', label: t('dialog.tier'), children: `${named(teamName)} · ${named(tierName)}` },
    { key: 'number', label: t('dialog.number'), children: <span className="number">{number}</span> },
    ...(reason ? [{ key: 'reason', label: t('dialog.reason'), children: reason }] : []),
    { key: 'by', label: t('dialog.by'), children: `${requestedByName} · ${shortMoment(requestedAt, now)}` },
    ...(event ? [{ key: 'event', label: t('dialog.event'), children: event }] : []),
    ...(note ? [{ key: 'note', label: t('dialog.note'), children: note }] : []),
  ];
  return (
    <div className="approval-facts">
      <Descriptions size="small" column={1} bordered items={items} />
      {!approval.moot && <Alert type="info" showIcon title={t(`does.${askedWord(asked)}`)} />}
    </div>
  );
}
