import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from './field.tsx';

/** A new PIN being typed, twice: dots can't be read over. It is kept nowhere else. */
export interface NewPin {
  readonly pin: string;
  readonly again: string;
}
export const noPin: NewPin = { pin: '', again: '' };

export interface NewPinProblems {
  pin?: string | undefined;
  again?: string | undefined;
}

/** Why the pair can't be sent; what a PIN must be is for main to say. */
export function newPinProblems({ pin, again }: NewPin): NewPinProblems {
  if (pin === '') return { pin: 'required' };
  return again === pin ? {} : { again: again === '' ? 'required' : 'pins-differ' };
}

export interface NewPinFieldsProps {
  value: NewPin;
  onChange(value: NewPin): void;
  problems: NewPinProblems;
  autoFocus?: boolean;
}

/** Both fields of a new PIN, under each other or side by side as the page lays them out. */
export function NewPinFields({ value, onChange, problems, autoFocus = false }: NewPinFieldsProps) {
  const { t } = useTranslation('settings');
  return (
    <>
      <Field label={t('newPin.pin')} required path="pin" problem={problems.pin} note={t('newPin.note')}>
        {(control) => (
          <Input.Password
            {...control}
            autoFocus={autoFocus}
            visibilityToggle={false}
            autoComplete="new-password"
            maxLength={64}
            value={value.pin}
            onChange={(event) => onChange({ ...value, pin: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('newPin.again')} required path="pinAgain" problem={problems.again}>
        {(control) => (
          <Input.Password
            {...control}
            visibilityToggle={false}
            autoComplete="new-password"
            maxLength={64}
            value={value.again}
            onChange={(event) => onChange({ ...value, again: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
