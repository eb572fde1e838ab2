import { useNavigate } from '@tanstack/react-router';
import { Button, Card, Flex, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../../shared/contract/request-calls.ts';
import type { ErasureGround } from '../../../../shared/domain/request/request.ts';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { useMay } from '../../app/use-may.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { DueWords } from './due-words.tsx';
import { EraseDialog } from './erase-dialog.tsx';

export interface RequestCardProps {
  request: RequestView;
  /** What stands against an erasure now. */
  grounds: readonly ErasureGround[];
}

/** One request: what was asked, until when, what was answered, and what can be done next. */
export function RequestCard({ request, grounds }: RequestCardProps) {
  const { t } = useTranslation(['requests', 'troubles']);
  const { kind, asker, words, receivedOn, receivedBy, answer, corrected = [] } = request;
  return (
    <Card size="small" className="requests-card" title={<h3>{t(`kind.${kind}`)}</h3>} extra={<AnswerTag request={request} />}>
      <p>{words}</p>
      <p>
        {t('list.received', { date: receivedOn, name: receivedBy })}
        {asker.role === 'agent' && ` · ${t('list.agent', { name: asker.name })}`}
      </p>
      {!answer && <DueWords request={request} />}
      {corrected.length > 0 && <p>{t('list.corrected', { fields: corrected.map((field) => t(`field.${field}`)).join('、') })}</p>}
      {kind === 'erase' && !answer && grounds.length > 0 && (
        <>
          <p>{t('list.grounds')}</p>
          <ul>
            {grounds.map((ground) => (
              <li key={ground}>{t(`troubles:ground.${ground}`)}</li>
            ))}
          </ul>
        </>
      )}
      {answer?.words && <p>{answer.words}</p>}
      <RequestActs request={request} grounds={grounds} />
    </Card>
  );
}

function AnswerTag({ request: { answer } }: Pick<RequestCardProps, 'request'>) {
  const { t } = useTranslation('requests');
  if (!answer) return null;
  return (
    <Tag color={answer.decision === 'granted' ? 'success' : 'error'}>
      {t('list.answered', { date: answer.answeredOn, decision: t(`list.decision.${answer.decision}`) })}
    </Tag>
  );
}

/** What is next: correct, answer, print, and at the very end erase. */
function RequestActs({ request, grounds }: RequestCardProps) {
  const { t } = useTranslation('requests');
  const navigate = useNavigate();
  const paperDesk = usePaperDesk();
  const mayHandle = useMay('request.handle');
  const [open, setOpen] = useState<'answer' | 'erase'>();
  if (!mayHandle) return null;
  const { id: requestId, personId, kind, answer, printed } = request;
  const print = (paper: 'personal-data' | 'request-answer') =>
    paperDesk.open({ personId, subjects: [{ kind: paper, requestId }] });
  const close = () => setOpen(undefined);
  return (
    <Flex gap={8} wrap className="requests-acts">
      {kind === 'correct' && !answer && (
        <Button onClick={() => void navigate({ to: '/correct/$personId', params: { personId }, search: { request: requestId } })}>
          {t('act.correct')}
        </Button>
      )}
      {!answer && (
        <Button type="primary" onClick={() => setOpen('answer')}>
          {t('act.answer')}
        </Button>
      )}
      {kind === 'see' && answer?.decision === 'granted' && (
        <Button onClick={() => print('personal-data')}>{t('act.printData')}</Button>
      )}
      {answer && (
        <Button type={printed ? 'default' : 'primary'} onClick={() => print('request-answer')}>
          {t('act.printAnswer')}
        </Button>
      )}
      {kind === 'erase' && answer?.decision === 'granted' && (
        <Button danger disabled={!printed} onClick={() => setOpen('erase')}>
          {t('act.erase')}
        </Button>
      )}
      {open === 'answer' && <AnswerDialog request={request} grounds={grounds} onClose={close} />}
      {open === 'erase' && <EraseDialog request={request} onClose={close} />}
    </Flex>
  );
}
