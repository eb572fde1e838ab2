import { useNavigate } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/desk-client.ts';
import { useDialogKey } from '../../app/keys.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { useBatchActs, useBatchView } from './use-batch.ts';
import { useThisRegistration } from './use-registration.ts';

/** While a hand-in is open: whose it is, and which of its people this is. */
export function BatchStrip() {
  const { form } = useThisRegistration();
  return form.fields.batch === '' ? null : <Strip />;
}

function Strip() {
  const { t } = useTranslation('register');
  const { view, error } = useBatchView();
  const { close, leave } = useBatchActs();
  const [closed, setClosed] = useState(false);
  const at = (view?.people.length ?? 0) + 1;
  return (
    <div className="batch-strip" role="status">
      {view && (
        <strong>
          {t('batch.strip', { employer: view.employer.name, agent: view.agent.name, at })}
          {view.expected !== undefined && t('batch.of', { count: view.expected })}
        </strong>
      )}
      <RefusalWords error={error ?? close.error} />
      <span className="batch-acts">
        <Button size="small" onClick={leave}>
          {t('batch.leave')}
        </Button>
        {view && (
          <Button
            size="small"
            loading={close.pending}
            onClick={() => {
              close.begin(view.id);
              setClosed(true);
            }}
          >
            {t('batch.close')}
          </Button>
        )}
      </span>
      {closed && view?.status === 'closed' && <ClosedDialog />}
    </div>
  );
}

/** Who was taken in with the hand-in that has just been closed. */
function ClosedDialog() {
  const { t } = useTranslation('register');
  const navigate = useNavigate();
  const { view } = useBatchView();
  const { draftId, draft } = useThisRegistration();
  // The page that waited for one more person has nothing of anybody yet but what they would all have shared.
  const finish = async () => {
    await draft.saver.close();
    await desk.drafts.discard({ draftId });
    await navigate({ to: '/' });
  };
  useDialogKey('accept', () => void finish());
  useReturnFocus();
  return (
    <Modal
      open
      title={t('batch.closedTitle')}
      okText={t('batch.done')}
      cancelButtonProps={{ style: { display: 'none' } }}
      closable={false}
      onOk={() => void finish()}
      width={480}
    >
      <p>
        {view?.employer.name} · {view?.agent.name} · {t('batch.taken', { count: view?.people.length ?? 0 })}
      </p>
      <ol className="batch-people">
        {view?.people.map((person) => (
          <li key={person.personId}>
            <span className="name">{person.name}</span> <span className="number">{person.maskedIdNumber}</span>
          </li>
        ))}
      </ol>
    </Modal>
  );
}
