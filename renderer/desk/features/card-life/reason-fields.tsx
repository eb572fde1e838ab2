import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { ReasonChoice } from '../../ui/reason-choice.tsx';
import type { useReason } from './use-reason.ts';

/** Why; it is kept in the journal. */
export function ReasonFields({ reason }: { reason: ReturnType<typeof useReason> }) {
  const { t } = useTranslation('cardLife');
  return (
    <>
      <ReasonChoice
        label={t('reason.label')}
        presets={reason.presets}
        ownWordsLabel={t('reason.ownWords')}
        value={reason.draft}
        onChange={reason.setDraft}
      />
      <div aria-live="polite">{reason.needed && <Alert type="warning" showIcon title={t('reason.needed')} />}</div>
    </>
  );
}
