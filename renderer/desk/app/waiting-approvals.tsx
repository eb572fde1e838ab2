import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../../shared/contract/approval-calls.ts';
import { shortMoment } from '../ui/moments.ts';
import { RefusalWords } from '../ui/refusal-words.tsx';
import { useAct } from '../ui/use-act.ts';
import { useNow } from '../ui/use-now.ts';
import { askedWord } from './asked-word.ts';
import { desk, deskQuery } from './desk-client.ts';

export interface WaitingApprovalsProps {
  personId: string;
  /** Of one matter alone. */
  matterId?: string;
}

/** What was left for a second person about somebody, and by whom; whoever left it can take it back. */
export function WaitingApprovals({ personId, matterId }: WaitingApprovalsProps) {
  const waiting = useWaitingApprovals({ personId, ...(matterId && { matterId }) });
  if (waiting.length === 0) return null;
  return (
    <div className="waiting-approvals">
      {waiting.map((approval) => (
        <Waiting key={approval.id} approval={approval} />
      ))}
    </div>
  );
}

/** What waits for a second person about somebody, or about one matter of theirs. */
export function useWaitingApprovals({ personId, matterId }: WaitingApprovalsProps): ApprovalView[] {
  const { data: approvals = [] } = useQuery(deskQuery.approvals.list.queryOptions());
  return approvals.filter(
    (one) =>
      one.personId === personId &&
      one.state === 'waiting' &&
      (matterId === undefined || (one.asked.act === 'recognition.grant-directly' && one.asked.matterId === matterId)),
  );
}

function Waiting({ approval }: { approval: ApprovalView }) {
  const { t } = useTranslation('approvals');
  const now = useNow(60_000);
  const withdrawing = useAct({ mutationFn: () => desk.approvals.withdraw({ approvalId: approval.id }) });
  const { requestedByName: name, requestedAt, note, mine } = approval;
  const line = t('line', { act: t(`asked.${askedWord(approval.asked)}`), name, time: shortMoment(requestedAt, now) });
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={note ? `${line} · ${note}` : line}
        action={
          mine && (
            <Button size="small" loading={withdrawing.pending} onClick={() => withdrawing.begin()}>
              {t('withdraw')}
            </Button>
          )
        }
      />
      <RefusalWords error={withdrawing.error} />
    </>
  );
}
