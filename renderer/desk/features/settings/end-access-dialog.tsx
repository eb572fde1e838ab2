import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffLine } from '../../../../shared/contract/staff-calls.ts';
import { desk } from '../../app/desk-client.ts';
import { SettingsDialog } from './settings-dialog.tsx';
import { useSettingsAct } from './use-settings-act.ts';

/** Somebody leaves: from now on they can't sign in. */
export function EndAccessDialog({ member, onClose }: { member: StaffLine; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const fields = useRef<HTMLDivElement>(null);
  const { accept, pending, error } = useSettingsAct({
    fields,
    own: {},
    call: () => desk.staff.end({ staffId: member.id }),
    onDone: onClose,
  });
  return (
    <SettingsDialog
      title={t('end.title', { name: member.name })}
      words={t('end.words')}
      confirm={t('end.confirm')}
      danger
      {...{ pending, error, fields, onClose }}
      onAccept={accept}
    />
  );
}
