import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { keys, useKey } from '../../app/keys.ts';
import { SignOffDialog } from './sign-off-dialog.tsx';
import type { Matter } from './stage.ts';

export interface DirectPartProps {
  view: PersonView;
  matter: Matter;
  focused: boolean;
  onDecided(): void;
}

/** 直接认定: why it takes two people, and the dialog in which the second one signs off. */
export function DirectPart({ view, matter, focused, onDecided }: DirectPartProps) {
  const { t } = useTranslation('recognise');
  const [signing, setSigning] = useState(false);
  const open = () => setSigning(true);
  useKey('accept', open, !signing);
  return (
    <>
      <p>{t('direct.why')}</p>
      <Button type="primary" size="large" autoFocus={focused} onClick={open}>
        {t('direct.button')} <kbd>{keys.accept}</kbd>
      </Button>
      {signing && <SignOffDialog view={view} matter={matter} onClose={() => setSigning(false)} onDecided={onDecided} />}
    </>
  );
}
