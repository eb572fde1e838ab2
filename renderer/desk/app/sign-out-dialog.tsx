import { useNavigate } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { keys, useDialogKey } from './keys.ts';
import type { OpenWork } from './use-sign-out.ts';

export interface SignOutDialogProps {
  open: OpenWork;
  onSignOut(): void;
  onClose(): void;
}

/** What is still open, and one key to hand it on; Enter signs out all the same. */
export function SignOutDialog({ open, onSignOut, onClose }: SignOutDialogProps) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const handOn = () => {
    onClose();
    void navigate({ to: '/matters' });
  };
  useDialogKey('matters', handOn);
  useReturnFocus();
  const parts = (['papers', 'matters', 'drafts', 'unsent'] as const).filter((part) => open[part] > 0);
  return (
    <Modal
      open
      title={t('signOutTitle')}
      onCancel={onClose}
      closable={{ 'aria-label': t('stay') }}
      mask={{ closable: false }}
      width={440}
      footer={[
        <Button key="stay" onClick={onClose}>
          {t('stay')}
        </Button>,
        open.matters > 0 && (
          <Button key="hand-on" onClick={handOn}>
            {t('signOutHandOn')} <kbd>{keys.matters}</kbd>
          </Button>
        ),
        <Button key="sign-out" type="primary" autoFocus onClick={onSignOut}>
          {t('signOutAnyway')}
        </Button>,
      ]}
    >
      <ul className="sign-out-open">
        {parts.map((part) => (
          <li key={part}>{t(`signOutOpen.${part}`, { count: open[part] })}</li>
        ))}
      </ul>
      <p>{t('signOutWords')}</p>
    </Modal>
  );
}
