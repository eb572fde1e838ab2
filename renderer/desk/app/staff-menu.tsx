import { DownOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageButton } from '../ui/language-button.tsx';
import { ChangePinDialog } from './change-pin-dialog.tsx';
import { deskQuery } from './desk-client.ts';
import { DiagnosticsDialog } from './diagnostics-dialog.tsx';
import { useSession } from './session.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';
import { useGoLive } from './use-go-live.ts';
import { useSignOut } from './use-sign-out.ts';

/** Language, and the menu of whoever is signed in: lock, one's own PIN, 正式启用 from 试用, sign out. */
export function StaffMenu() {
  const { t } = useTranslation(['shell', 'settings', 'diagnostics']);
  const { staff } = useSession();
  const goLive = useGoLive();
  const [changesPin, setChangesPin] = useState(false);
  const [diagnoses, setDiagnoses] = useState(false);
  const lock = useMutation(deskQuery.session.lock.mutationOptions());
  const signOut = useSignOut();
  if (!staff) return null;
  // The rest of the press would go to whatever has the focus by then: Enter on an item would press a button of the dialog it opened.
  const endPress = ({ domEvent }: { domEvent: SyntheticEvent }) => domEvent.preventDefault();
  const role = t(`role.${staff.role}`);
  const items = [
    { key: 'lock', label: t('lock'), onClick: () => lock.mutate(undefined) },
    { key: 'pin', label: t('settings:own.item'), onClick: () => setChangesPin(true) },
    ...(goLive ? [{ key: 'go-live', label: t('goLive'), onClick: goLive }] : []),
    { key: 'diagnostics', label: t('diagnostics:open'), onClick: () => setDiagnoses(true) },
    { key: 'sign-out', label: t('signOut'), onClick: signOut.begin },
  ];
  return (
    <div className="frame-staff">
      <LanguageButton />
      <Dropdown menu={{ items, onClick: endPress }} destroyOnHidden trigger={['click']} autoFocus placement="bottomRight">
        <Button type="text" title={t('staffMenu', { name: staff.name, role })} aria-haspopup="menu">
          {staff.name} <small>{role}</small> <DownOutlined aria-hidden="true" />
        </Button>
      </Dropdown>
      {changesPin && <ChangePinDialog onClose={() => setChangesPin(false)} />}
      {diagnoses && <DiagnosticsDialog onClose={() => setDiagnoses(false)} />}
      {signOut.open && <SignOutDialog open={signOut.open} onSignOut={signOut.leave} onClose={signOut.stay} />}
    </div>
  );
}
