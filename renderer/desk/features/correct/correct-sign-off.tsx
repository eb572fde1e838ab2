import { Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceFile } from '../../../../shared/domain/evidence/evidence-file.ts';
import type { PersonId, Sha256Hex } from '../../../../shared/domain/ids.ts';
import { personOnImage } from '../../../../shared/domain/staff/signed-act.ts';
import { keys, useDialogKey } from '../../app/keys.ts';
import { SignOffFields } from '../../app/sign-off-fields.tsx';
import { useSignOff } from '../../app/use-sign-off.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { ScanField } from '../../ui/scan/scan-field.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

export interface CorrectSignOffProps {
  personId: PersonId;
  /** What is to be written. */
  fields: Readonly<Record<string, string>>;
  /** The same in words. */
  what: string;
  correct(proof: { ticket: string; image: Sha256Hex }): Promise<unknown>;
  onClose(): void;
  onDone(): Promise<void>;
}

/** A supervisor looks at the document's image beside what is to be written, and signs. */
export function CorrectSignOff({ personId, fields, what, correct, onClose, onDone }: CorrectSignOffProps) {
  const { t } = useTranslation('requests');
  const formId = useId();
  const [image, setImage] = useState<EvidenceFile>();
  const signing = useSignOff({
    act: 'identity.correct',
    subjectId: personOnImage(personId, image?.sha256 ?? '', fields),
    what,
    ready: () => image !== undefined,
    withTicket: (ticket) => correct({ ticket, image: image?.sha256 ?? ('' as Sha256Hex) }),
    onDone,
  });
  useDialogKey('accept', signing.submit);
  useReturnFocus();
  return (
    <Modal
      open
      title={t('correct.identity')}
      okText={`${t('correct.button')} ${keys.accept}`}
      cancelText={t('correct.cancel')}
      okButtonProps={{ htmlType: 'submit', form: formId, disabled: signing.waitSeconds > 0 }}
      confirmLoading={signing.pending}
      onCancel={onClose}
      closable={{ 'aria-label': t('correct.cancel') }}
      mask={{ closable: false }}
      width={520}
      afterOpenChange={(open) => open && document.querySelector<HTMLElement>('[data-path="proof.image"] input')?.focus()}
    >
      <ScanField
        label={t('correct.image')}
        path="proof.image"
        required
        value={image}
        problem={signing.asked && !image ? 'required' : undefined}
        onStored={setImage}
      />
      <SignOffFields formId={formId} signing={signing} first={false} />
      <RefusalWords error={signing.error} details={{ waitSeconds: String(signing.waitSeconds) }} />
    </Modal>
  );
}
