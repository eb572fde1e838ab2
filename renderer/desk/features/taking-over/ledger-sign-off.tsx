import { Modal } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerPlan } from '../../../../shared/contract/taking-over-calls.ts';
import { desk } from '../../app/desk-client.ts';
import { keys, useDialogKey } from '../../app/keys.ts';
import { SignOffFields } from '../../app/sign-off-fields.tsx';
import { useSignOff } from '../../app/use-sign-off.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import type { LedgerFile } from './use-ledger-file.ts';

export interface LedgerSignOffProps {
  file: LedgerFile;
  plan: LedgerPlan;
  /** Rows that will be taken over. */
  count: number;
  onClose(): void;
  onSigned(): void;
}

/** The second person looks at what is about to be recognised in one go, and signs the ledger off. */
export function LedgerSignOff({ file, plan, count, onClose, onSigned }: LedgerSignOffProps) {
  const { t } = useTranslation('takeOver');
  const formId = useId();
  const signing = useSignOff({
    act: 'recognition.grant',
    subjectId: plan.fileId,
    withTicket: (ticket) => desk.takingOver.signOff({ ...plan, ticket }),
    onDone: onSigned,
  });
  useDialogKey('accept', signing.submit);
  useReturnFocus();
  return (
    <Modal
      open
      title={t('signOff.title')}
      okText={`${t('signOff.confirm')} ${keys.accept}`}
      cancelText={t('signOff.cancel')}
      okButtonProps={{ htmlType: 'submit', form: formId, disabled: signing.waitSeconds > 0 }}
      confirmLoading={signing.pending}
      onCancel={onClose}
      closable={{ 'aria-label': t('signOff.cancel') }}
      mask={{ closable: false }}
      width={440}
    >
      <p>{t('signOff.what', { name: file.name, count })}</p>
      <SignOffFields formId={formId} signing={signing} first />
      <RefusalWords error={signing.error} details={{ waitSeconds: String(signing.waitSeconds) }} />
    </Modal>
  );
}
