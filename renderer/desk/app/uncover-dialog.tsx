import { Alert, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noReason, ReasonChoice, reasonText } from '../ui/reason-choice.tsx';
import { RefusalWords } from '../ui/refusal-words.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { keys, useDialogKey } from './keys.ts';

export interface UncoverDialogProps {
  title: string;
  /** What is done with the reason. */
  uncovered: { ask(reason: string): void; readonly asking: boolean; readonly error: Error | null };
  onClose(): void;
}

/** Asks why before a whole number is shown; the reason goes into the journal. */
export function UncoverDialog({ title, uncovered, onClose }: UncoverDialogProps) {
  const { t } = useTranslation('person');
  const [reason, setReason] = useState(noReason);
  const [needed, setNeeded] = useState(false);
  const presets = (['compare', 'form', 'employer'] as const).map((value) => ({ value, label: t(`uncover.reasons.${value}`) }));
  const confirm = () => {
    const words = reasonText(reason, presets);
    setNeeded(words === undefined);
    if (words) uncovered.ask(words);
  };
  useDialogKey('accept', confirm);
  useReturnFocus();
  return (
    <Modal
      open
      title={title}
      okText={`${t('uncover.confirm')} ${keys.accept}`}
      cancelText={t('uncover.cancel')}
      confirmLoading={uncovered.asking}
      onOk={confirm}
      onCancel={onClose}
      closable={{ 'aria-label': t('uncover.cancel') }}
      width={440}
    >
      <p>{t('uncover.why')}</p>
      <ReasonChoice
        label={t('uncover.reason')}
        presets={presets}
        ownWordsLabel={t('uncover.ownWords')}
        value={reason}
        onChange={setReason}
      />
      <div aria-live="polite">
        {needed && <Alert type="warning" showIcon title={t('uncover.needed')} />}
        <RefusalWords error={uncovered.error} />
      </div>
    </Modal>
  );
}
