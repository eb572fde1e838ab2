import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffLine } from '../../../../shared/contract/staff-calls.ts';
import { desk } from '../../app/desk-client.ts';
import { NewPinFields, newPinProblems, noPin } from '../../ui/new-pin-fields.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { useSettingsAct } from './use-settings-act.ts';

/** A PIN that was forgotten: the member types another one, beside the administrator. */
export function ResetPinDialog({ member, onClose }: { member: StaffLine; onClose: () => void }) {
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
      words={t('reset.words')}
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
