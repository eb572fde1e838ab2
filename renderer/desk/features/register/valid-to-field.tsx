import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { RegistrationField } from './fields.tsx';
import { longTerm } from './registration-fields.ts';
import { useThisRegistration } from './use-registration.ts';

const name = 'document.validTo';

/** A date, or 长期 as the document itself says; the word can also be typed. */
export function ValidToField({ span }: { span: number }) {
  const { t } = useTranslation('register');
  const { form, type, leave, choose } = useThisRegistration();
  const endless = form.fields[name] === longTerm;
  return (
    <RegistrationField name={name} span={span}>
      {(control) => (
        <div className="valid-to">
          <Input
            {...control}
            className="number"
            placeholder="YYYY-MM-DD"
            value={endless ? t('longTerm') : form.fields[name]}
            readOnly={endless}
            maxLength={300}
            autoComplete="off"
            onChange={(event) => type(name, event.target.value)}
            onBlur={() => leave(name)}
          />
          <Checkbox checked={endless} onChange={(event) => choose(name, event.target.checked ? longTerm : '')}>
            {t('longTerm')}
          </Checkbox>
        </div>
      )}
    </RegistrationField>
  );
}
