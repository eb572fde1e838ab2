import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../../../shared/contract/approval-calls.ts';
import { askedWord } from '../../app/asked-word.ts';
import { desk } from '../../app/desk-client.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';

/** A request of mine that a supervisor declined, with the reason; gone once I say that I have read it. */
export function DeclinedLine({ approval }: { approval: ApprovalView }) {
  const { t } = useTranslation(['home', 'approvals']);
  const reading = useAct({ mutationFn: () => desk.approvals.acknowledge({ approvalId: approval.id }) });
  const { personId, endedByName: name = '', endReason: reason = '' } = approval;
  return (
    <li className="waiting-declined">
      <span>
        {t('declined.what', { act: t(`approvals:asked.${askedWord(approval.asked)}`) })}{' '}
        <Link to="/person/$personId" params={{ personId }} className="name">
          {approval.name}
        </Link>{' '}
        {t('declined.why', { name, reason })}
        <RefusalWords error={reading.error} />
      </span>
      <Button size="small" loading={reading.pending} onClick={() => reading.begin()}>
        {t('declined.seen')}
      </Button>
    </li>
  );
}
