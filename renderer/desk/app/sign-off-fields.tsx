import { Input, Typography } from 'antd';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/field.tsx';
import type { SignOff } from './use-sign-off.ts';

export interface SignOffFieldsProps {
  formId: string;
  signing: SignOff;
  /** Whether the dialog begins with the staff number. */
  first: boolean;
  /** Whoever may stand by while a PIN is set anew is no supervisor perhaps. */
  by?: 'supervisor' | 'witness';
}

/** Where the second person types who they are; the one who signed in looks away. */
export function SignOffFields({ formId, signing, first, by = 'supervisor' }: SignOffFieldsProps) {
  const { t } = useTranslation('signOff');
  const word = (key: 'beside' | 'staffNumber' | 'pin') => t(by === 'witness' ? `witness.${key}` : key);
  const { staffNumber, setStaffNumber, pin, setPin, asked, pinInput } = signing;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signing.submit();
  };
  return (
    <form id={formId} onSubmit={submit} autoComplete="off">
      <Typography.Paragraph strong>{t('signs', { what: signing.what })}</Typography.Paragraph>
      <Typography.Paragraph type="secondary">{word('beside')}</Typography.Paragraph>
      <Field label={word('staffNumber')} required problem={asked && !staffNumber.trim() ? 'required' : undefined}>
        {(control) => (
          <Input
            {...control}
            ref={signing.numberInput}
            autoFocus={first}
            autoComplete="off"
            maxLength={20}
            value={staffNumber}
            onChange={(event) => setStaffNumber(event.target.value)}
          />
        )}
      </Field>
      <Field label={word('pin')} required problem={asked && !pin ? 'required' : undefined}>
        {(control) => (
          <Input.Password
            {...control}
            ref={pinInput}
            visibilityToggle={false}
            autoComplete="off"
            maxLength={64}
            value={pin}
            onChange={(event) => setPin(event.target.value)}
          />
        )}
      </Field>
    </form>
  );
}
