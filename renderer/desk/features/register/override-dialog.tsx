import { Modal } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { keys, useDialogKey } from '../../app/keys.ts';
import { SignOffFields } from '../../app/sign-off-fields.tsx';
import { useSignOff } from '../../app/use-sign-off.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { ScanField } from '../../ui/scan/scan-field.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { useThisRegistration } from './use-registration.ts';

/** A supervisor compares the number with the document's image and accepts it, though its check digit is wrong. */
export function OverrideDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('register');
  const { override } = useThisRegistration();
  const formId = useId();
  const number = override.number ?? '';
  const signing = useSignOff({
    act: 'document.accept',
    subjectId: number,
    ready: () => override.image !== undefined,
    withTicket: async (ticket, by) => ({ ticket, by: by.name }),
    onDone: (signed) => {
      override.accept(signed);
      onClose();
    },
  });
  useDialogKey('accept', signing.submit);
  useReturnFocus();
  return (
    <Modal
      open
      title={t('override.title')}
      okText={`${t('override.confirm')} ${keys.accept}`}
      cancelText={t('override.cancel')}
      okButtonProps={{ htmlType: 'submit', form: formId, disabled: signing.waitSeconds > 0 }}
      confirmLoading={signing.pending}
      onCancel={onClose}
      closable={{ 'aria-label': t('override.cancel') }}
      mask={{ closable: false }}
      width={520}
      // The image comes first; where there is one already, the supervisor's number does.
      afterOpenChange={(open) => open && !override.image && focusImage()}
    >
      <p>{t('override.what', { number })}</p>
      <ScanField
        label={t('override.image')}
        path="override.image"
        required
        value={override.image}
        problem={signing.asked && !override.image ? 'required' : undefined}
        onStored={override.setImage}
      />
      <SignOffFields formId={formId} signing={signing} first={override.image !== undefined} />
      <RefusalWords error={signing.error} details={{ waitSeconds: String(signing.waitSeconds) }} />
    </Modal>
  );
}

function focusImage(): void {
  document.querySelector<HTMLElement>('[data-path="override.image"] input')?.focus();
}
