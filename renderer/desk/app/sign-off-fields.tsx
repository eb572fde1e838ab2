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
}

/** Where the second person types who they are; the one who signed in looks away. */
export function SignOffFields({ formId, signing, first }: SignOffFieldsProps) {
  const { t } = useTranslation('signOff');
  const { staffNumber, setStaffNumber, pin, setPin, asked, pinInput } = signing;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signing.submit();
  };
  return (
    <form id={formId} onSubmit={submit} autoComplete="off">
      <Typography.Paragraph type="secondary">{t('beside')}</Typography.Paragraph>
      <Field label={t('staffNumber')} required problem={asked && !staffNumber.trim() ? 'required' : undefined}>
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
      <Field label={t('pin')} required problem={asked && !pin ? 'required' : undefined}>
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
