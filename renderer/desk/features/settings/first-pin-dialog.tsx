import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { desk } from '../../app/desk-client.ts';
import { NewPinFields, newPinProblems, noPin } from '../../ui/new-pin-fields.tsx';
import type { ResetPinProps } from './reset-pin-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { useSettingsAct } from './use-settings-act.ts';

/** Somebody on the staff without a PIN: they type their first one, beside the administrator. Nobody can be taken for them meanwhile. */
export function FirstPinDialog({ member, onClose }: ResetPinProps) {
  const { t } = useTranslation('settings');
  const fields = useRef<HTMLDivElement>(null);
  const [newPin, setNewPin] = useState(noPin);
  const { pin, again } = newPinProblems(newPin);
  const { accept, problem, pending, error } = useSettingsAct({
    fields,
    own: { pin, pinAgain: again },
    call: () => desk.staff.resetPin({ staffId: member.id, pin: newPin.pin }),
    onDone: onClose,
    onRefused: () => setNewPin(noPin),
  });
  return (
    <SettingsDialog
      title={t('reset.title', { name: member.name })}
      words={t('reset.firstWords')}
      confirm={t('reset.confirm')}
      {...{ pending, error, fields, onClose }}
      onAccept={accept}
    >
      <NewPinFields
        value={newPin}
        onChange={setNewPin}
        problems={{ pin: problem('pin'), again: problem('pinAgain') }}
        autoFocus
      />
    </SettingsDialog>
  );
}
