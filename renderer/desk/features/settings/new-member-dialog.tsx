import { App, Flex, Input, Radio } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkStaffName, checkStaffNumber, tidyStaffNumber } from '../../../../shared/domain/staff/new-member.ts';
import { type Role, role as roles } from '../../../../shared/domain/staff/staff.ts';
import { desk } from '../../app/desk-client.ts';
import { Field } from '../../ui/field.tsx';
import { NewPinFields, newPinProblems, noPin } from '../../ui/new-pin-fields.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { useSettingsAct } from './use-settings-act.ts';

/** Somebody new: number, name and post by the administrator, the PIN by the new member. */
export function NewMemberDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'shell']);
  const { message } = App.useApp();
  const fields = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<{ number: string; name: string; role: Role }>({ number: '', name: '', role: 'clerk' });
  const [newPin, setNewPin] = useState(noPin);
  const pinProblems = newPinProblems(newPin);
  const { accept, problem, pending, error } = useSettingsAct({
    fields,
    own: {
      number: checkStaffNumber(tidyStaffNumber(typed.number)),
      name: checkStaffName(typed.name.trim()),
      pin: pinProblems.pin,
      pinAgain: pinProblems.again,
    },
    call: () => desk.staff.enrol({ ...typed, pin: newPin.pin }),
    onDone: () => {
      void message.success(t('add.done'));
      onClose();
    },
    onRefused: (refused) => refused['pin'] && setNewPin(noPin),
  });
  const line = (name: 'number' | 'name') => ({
    autoComplete: 'off',
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <SettingsDialog
      title={t('add.title')}
      words={t('add.words')}
      confirm={t('add.confirm')}
      {...{ pending, error, fields, onClose }}
      onAccept={accept}
    >
      <div className="settings-pair">
        <Field label={t('people.number')} required path="number" problem={problem('number')}>
          {(control) => <Input {...control} {...line('number')} autoFocus maxLength={40} />}
        </Field>
        <Field label={t('people.name')} required path="name" problem={problem('name')}>
          {(control) => <Input {...control} {...line('name')} maxLength={100} />}
        </Field>
      </div>
      <RoleField role={typed.role} onChange={(role) => setTyped({ ...typed, role })} />
      <div className="settings-pair">
        <NewPinFields value={newPin} onChange={setNewPin} problems={{ pin: problem('pin'), again: problem('pinAgain') }} />
      </div>
    </SettingsDialog>
  );
}

function RoleField({ role, onChange }: { role: Role; onChange(role: Role): void }) {
  const { t } = useTranslation(['settings', 'shell']);
  return (
    <Field label={t('people.role')} group path="role">
      {(control) => (
        <Radio.Group
          id={control.id}
          aria-labelledby={control['aria-labelledby']}
          value={role}
          onChange={(event) => onChange(event.target.value as Role)}
        >
          <Flex gap={4} wrap>
            {roles.options.map((one) => (
              <Radio key={one} value={one}>
                {t(`shell:role.${one}`)}
              </Radio>
            ))}
          </Flex>
        </Radio.Group>
      )}
    </Field>
  );
}
