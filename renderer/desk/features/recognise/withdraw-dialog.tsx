import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { desk } from '../../app/desk-client.ts';
import { keys, useDialogKey } from '../../app/keys.ts';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import type { Matter } from './stage.ts';
import { useAskAgain } from './use-ask-again.ts';

export interface WithdrawDialogProps {
  personId: PersonId;
  matter: Matter;
  onClose(): void;
}

/** 撤回申请: the applicant takes it back, and why. */
export function WithdrawDialog({ personId, matter, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation('application');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const askAgain = useAskAgain(personId);
  const act = useAct({
    mutationFn: () => desk.recognitions.withdraw({ matterId: matter.id, reason: reason.trim() }),
    onSuccess: async () => {
      await askAgain();
      onClose();
    },
  });
  const tooShort = reason.trim().length < 2;
  const submit = () => {
    setAsked(true);
    if (!tooShort) act.begin();
  };
  useDialogKey('accept', submit);
  useReturnFocus();
  return (
    <Modal
      open
      title={t('withdraw.title')}
      okText={`${t('withdraw.confirm')} ${keys.accept}`}
      cancelText={t('withdraw.cancel')}
      confirmLoading={act.pending}
      onOk={submit}
      onCancel={onClose}
      closable={{ 'aria-label': t('withdraw.cancel') }}
      mask={{ closable: false }}
      width={440}
    >
      <Field label={t('withdraw.reason')} required path="reason" problem={asked && tooShort ? 'required' : undefined}>
        {(control) => (
          <Input {...control} autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <RefusalWords error={act.error} />
    </Modal>
  );
}
