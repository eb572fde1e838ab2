import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deskQuery } from '../../app/desk-client.ts';
import { keys, useDialogKey, useKey } from '../../app/keys.ts';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { toBatchFacts } from './batch-fields.ts';
import { useBatchActs } from './use-batch.ts';
import { useThisRegistration } from './use-registration.ts';

/** 批量代收: a key opens it where no hand-in is open on the page. */
export function BatchDoor() {
  const { form } = useThisRegistration();
  const [open, setOpen] = useState(false);
  const alone = form.fields.batch === '';
  useKey('batch', () => setOpen(true), alone);
  return open && alone ? <BatchDialog onClose={() => setOpen(false)} /> : null;
}

/** Begins a hand-in with the employer and the agent who stand on the page, or goes on with one that is open. */
function BatchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('register');
  const { form } = useThisRegistration();
  const [expected, setExpected] = useState('');
  const { open } = useBatchActs();
  const count = /^[1-9]\d{0,3}$/.test(expected) ? Number(expected) : undefined;
  const facts = toBatchFacts(form.fields, count);
  const wrongCount = expected !== '' && count === undefined;
  const begin = () => {
    if (facts && !wrongCount) open.begin(count);
  };
  useDialogKey('accept', begin);
  useReturnFocus();
  return (
    <Modal
      open
      title={t('batch.chooseTitle')}
      okText={`${t('batch.begin')} ${keys.accept}`}
      okButtonProps={{ disabled: !facts }}
      cancelText={t('batch.cancel')}
      confirmLoading={open.pending}
      onOk={begin}
      onCancel={onClose}
      closable={{ 'aria-label': t('batch.cancel') }}
      width={520}
    >
      {facts ? (
        <>
          <p>
            <strong>{facts.employer.name}</strong> · {facts.agent.name} · {facts.authorisation.scope}
          </p>
          <Field label={t('batch.expected')} problem={wrongCount ? 'not-a-count' : undefined}>
            {(control) => (
              <Input
                {...control}
                autoFocus
                className="number"
                maxLength={4}
                value={expected}
                onChange={(event) => setExpected(event.target.value)}
                onPressEnter={begin}
              />
            )}
          </Field>
        </>
      ) : (
        <p>{t('batch.first')}</p>
      )}
      <RefusalWords error={open.error} />
      <OpenBatches />
    </Modal>
  );
}

function OpenBatches() {
  const { t } = useTranslation('register');
  const { data, error } = useQuery(deskQuery.batches.list.queryOptions({ refetchOnMount: 'always' }));
  const { goOn } = useBatchActs();
  return (
    <>
      <RefusalWords error={error ?? goOn.error} />
      <ul className="batch-open">
        {data?.map((batch) => (
          <li key={batch.id}>
            <Button block loading={goOn.pending} onClick={() => goOn.begin(batch.id)}>
              {t('batch.goOn', { employer: `${batch.employer.name} · ${batch.agentName}`, count: batch.count })}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
