import { Alert, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../../../shared/contract/approval-calls.ts';
import { askedWord } from '../../app/asked-word.ts';
import { keys, useDialogKey } from '../../app/keys.ts';
import { useMootWords } from '../../app/moot-words.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { ApprovalFacts } from './approval-facts.tsx';
import { DeclineField } from './decline-field.tsx';
import { type Deciding, useDeciding } from './use-deciding.ts';

export interface ApprovalDialogProps {
  approval: ApprovalView;
  onClose(): void;
}

/** One request before whoever decides it: who asks what, for whom, why, and what it will do. Ctrl+Enter approves. */
export function ApprovalDialog({ approval, onClose }: ApprovalDialogProps) {
  const { t } = useTranslation('approvals');
  const deciding = useDeciding(approval, onClose);
  const mootWords = useMootWords()(approval);
  useDialogKey('accept', deciding.accept);
  useDialogKey('decline', deciding.sayNo);
  useReturnFocus();
  return (
    <Modal
      open
      title={t('dialog.title', { act: t(`asked.${askedWord(approval.asked)}`) })}
      onCancel={onClose}
      closable={{ 'aria-label': t('dialog.close') }}
      mask={{ closable: false }}
      width={560}
      footer={<Buttons approval={approval} deciding={deciding} onClose={onClose} />}
    >
      <ApprovalFacts approval={approval} />
      {mootWords && <Alert type="warning" showIcon title={mootWords} />}
      {approval.mayDecide !== 'yes' && approval.mayDecide !== 'moot' && <p>{t(`mayDecide.${approval.mayDecide}`)}</p>}
      {deciding.reason && <DeclineField reason={deciding.reason} onSubmit={deciding.accept} />}
      <div aria-live="polite">
        <RefusalWords error={deciding.error} />
      </div>
    </Modal>
  );
}

interface ButtonsProps extends ApprovalDialogProps {
  deciding: Deciding;
}

function Buttons({ approval, deciding, onClose }: ButtonsProps) {
  const { t } = useTranslation('approvals');
  const { reason, pending, accept, sayNo } = deciding;
  const isMoot = approval.mayDecide === 'moot';
  const mayDecide = approval.mayDecide === 'yes' || isMoot;
  return (
    <>
      <Button onClick={onClose}>{t('dialog.close')}</Button>
      {mayDecide && !reason && (
        <Button onClick={sayNo}>
          {t('dialog.decline')} <kbd>{keys.decline}</kbd>
        </Button>
      )}
      {approval.mine && (
        <Button loading={pending} onClick={sayNo}>
          {t('dialog.withdraw')} <kbd>{keys.decline}</kbd>
        </Button>
      )}
      {mayDecide && (
        <Button type="primary" autoFocus={!reason} danger={reason !== undefined && !isMoot} loading={pending} onClick={accept}>
          {t(isMoot ? 'moot.close' : reason ? 'dialog.declineSure' : 'dialog.approve')} <kbd>{keys.accept}</kbd>
        </Button>
      )}
    </>
  );
}
