import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffLine } from '../../../../shared/contract/staff-calls.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { SignOffFields } from '../../app/sign-off-fields.tsx';
import { useSignOff } from '../../app/use-sign-off.ts';
import { focusFirstProblem } from '../../ui/focus-problem.ts';
import { NewPinFields, newPinProblems, noPin } from '../../ui/new-pin-fields.tsx';
import { refusedFields } from '../../ui/trouble.ts';
import { SettingsDialog } from './settings-dialog.tsx';

export interface ResetPinProps {
  member: StaffLine;
  onClose(): void;
}

/** A PIN that was forgotten: the member types another one, beside the administrator and a second person, who proves who they are. */
export function ResetPinDialog({ member, onClose }: ResetPinProps) {
  const { t } = useTranslation(['settings', 'signOff']);
  const queries = useQueryClient();
  const fields = useRef<HTMLDivElement>(null);
  const formId = useId();
  const [newPin, setNewPin] = useState(noPin);
  const { pin, again } = newPinProblems(newPin);
  const complete = pin === undefined && again === undefined;
  const signing = useSignOff({
    act: 'staff.reset-pin',
    subjectId: member.id,
    what: t('signOff:what.pin', { name: member.name, number: member.number }),
    withTicket: (ticket) => desk.staff.resetPin({ staffId: member.id, pin: newPin.pin, ticket }),
    onDone: () => {
      onClose();
      return queries.invalidateQueries({ queryKey: deskQuery.staff.key() });
    },
    ready: () => {
      if (!complete && fields.current) focusFirstProblem(fields.current);
      return complete;
    },
    // PINs don't stay on the screen after a refusal.
    onRefused: () => setNewPin(noPin),
  });
  const refused = refusedFields(signing.error)['pin'];
  return (
    <SettingsDialog
      title={t('reset.title', { name: member.name })}
      words={t('reset.words')}
      confirm={t('reset.confirm')}
      pending={signing.pending}
      error={signing.error}
      waitSeconds={signing.waitSeconds}
      {...{ fields, onClose }}
      onAccept={signing.submit}
    >
      <NewPinFields
        value={newPin}
        onChange={setNewPin}
        problems={signing.asked ? { pin, again } : { pin: newPin.pin === '' ? refused : undefined }}
        autoFocus
      />
      <SignOffFields formId={formId} signing={signing} first={false} by="witness" />
    </SettingsDialog>
  );
}
