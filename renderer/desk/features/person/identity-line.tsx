import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { keys, useKey } from '../../app/keys.ts';
import { useMay } from '../../app/use-may.ts';
import { UncoverDialog } from './uncover-dialog.tsx';
import { useUncovered } from './use-uncovered.ts';

/** The ID and phone number: covered, or whole for a minute after a reason was given. */
export function IdentityLine({ view }: { view: PersonView }) {
  const { t } = useTranslation('person');
  const uncovered = useUncovered(view.id);
  const [asks, setAsks] = useState(false);
  const { numbers } = uncovered;
  const may = useMay('talent.uncover');
  const turn = () => {
    if (numbers) uncovered.hide();
    setAsks(!numbers);
  };
  useKey('uncover', turn, may);
  return (
    <div className="person-identity">
      <span>
        {t(`document.${view.document.kind}`)}{' '}
        <span className="number" data-uncovered={numbers ? '' : undefined}>
          {numbers?.idNumber ?? view.document.maskedNumber}
        </span>
      </span>
      <span>
        {t('phone')}{' '}
        <span className="number" data-uncovered={numbers ? '' : undefined}>
          {numbers?.phone ?? view.contact.maskedPhone}
        </span>
      </span>
      {may && (
        <Button size="small" onClick={turn}>
          {t(numbers ? 'uncover.hide' : 'uncover.button')} <kbd>{keys.uncover}</kbd>
        </Button>
      )}
      <span role="timer">{numbers && t('uncover.left', { seconds: uncovered.secondsLeft })}</span>
      {asks && !numbers && <UncoverDialog uncovered={uncovered} onClose={() => setAsks(false)} />}
    </div>
  );
}
