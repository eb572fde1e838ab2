import { Modal } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { desk } from '../../app/desk-client.ts';
import { keys, useDialogKey } from '../../app/keys.ts';
import { LeaveForReview } from '../../app/leave-for-review.tsx';
import { SignOffFields } from '../../app/sign-off-fields.tsx';
import { usePolicy } from '../../app/use-policy.ts';
import { useSignOff } from '../../app/use-sign-off.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import type { Matter } from './stage.ts';
import { useAskAgain } from './use-ask-again.ts';

export interface SignOffDialogProps {
  view: PersonView;
  matter: Matter;
  onClose(): void;
  onDecided(): void;
}

/** The second person proves who they are, and the recognition is granted on it at once. */
export function SignOffDialog({ view, matter, onClose, onDecided }: SignOffDialogProps) {
  const { t } = useTranslation('recognise');
  const { named } = usePolicy();
  const formId = useId();
  const askAgain = useAskAgain(view.id);
  const signing = useSignOff({
    act: 'recognition.grant',
    subjectId: matter.id,
    withTicket: (ticket) => desk.recognitions.grantDirectly({ matterId: matter.id, ticket }),
    onDone: () => {
      onDecided();
      return askAgain();
    },
  });
  useDialogKey('accept', signing.submit);
  useReturnFocus();
  return (
    <Modal
      open
      title={t('direct.title')}
      okText={`${t('direct.confirm')} ${keys.accept}`}
      cancelText={t('direct.cancel')}
      okButtonProps={{ htmlType: 'submit', form: formId, disabled: signing.waitSeconds > 0 }}
      confirmLoading={signing.pending}
      onCancel={onClose}
      closable={{ 'aria-label': t('direct.cancel') }}
      mask={{ closable: false }}
      width={520}
    >
      <p className="name">
        {t('direct.what', { name: view.identity.name, tier: `${named(matter.teamName)} · ${named(matter.tierName)}` })}
      </p>
      <SignOffFields formId={formId} signing={signing} first />
      <LeaveForReview asked={() => ({ act: 'recognition.grant-directly', matterId: matter.id })} onLeft={onClose} />
      <RefusalWords error={signing.error} details={{ waitSeconds: String(signing.waitSeconds) }} />
    </Modal>
  );
}
