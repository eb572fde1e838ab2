import { DownOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { LanguageButton } from '../ui/language-button.tsx';
import { deskQuery } from './desk-client.ts';
import { useSession } from './session.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';
import { useSignOut } from './use-sign-out.ts';

/** Language, and the menu of whoever is signed in: lock, sign out. */
export function StaffMenu() {
  const { t } = useTranslation('shell');
  const { staff } = useSession();
  const lock = useMutation(deskQuery.session.lock.mutationOptions());
  const signOut = useSignOut();
  if (!staff) return null;
  const role = t(`role.${staff.role}`);
  const items = [
    { key: 'lock', label: t('lock'), onClick: () => lock.mutate(undefined) },
    { key: 'sign-out', label: t('signOut'), onClick: signOut.begin },
  ];
  return (
    <div className="frame-staff">
      <LanguageButton />
      <Dropdown menu={{ items }} trigger={['click']} autoFocus placement="bottomRight">
        <Button type="text" title={t('staffMenu', { name: staff.name, role })} aria-haspopup="menu">
          {staff.name} <small>{role}</small> <DownOutlined aria-hidden="true" />
        </Button>
      </Dropdown>
      {signOut.open && <SignOutDialog open={signOut.open} onSignOut={signOut.leave} onClose={signOut.stay} />}
    </div>
  );
}
