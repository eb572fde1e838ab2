import { AutoComplete, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RegistrationField, type RegistrationFieldProps } from './fields.tsx';
import { goOnFrom } from './go-on.ts';
import { type KnownEmployer, useEmployers } from './use-employers.ts';
import { useThisRegistration } from './use-registration.ts';

type EmployerName = 'employment.employerName' | 'employment.uscc';

/** The employer's name or code; a known employer is chosen with the arrows, and brings the other one with it. */
export function EmployerField({ name, ...field }: RegistrationFieldProps & { name: EmployerName }) {
  const { t } = useTranslation('register');
  const { form, type, leave, choose } = useThisRegistration();
  const [typed, setTyped] = useState('');
  const employers = useEmployers(typed);
  const take = (employer: KnownEmployer) => {
    choose('employment.employerName', employer.name);
    choose('employment.uscc', employer.uscc);
    setTyped('');
  };
  return (
    <RegistrationField name={name} {...field}>
      {(control) => (
        <AutoComplete
          id={control.id}
          status={control.status}
          value={form.fields[name]}
          // Enter takes what was typed; only what the arrows chose replaces it.
          defaultActiveFirstOption={false}
          popupMatchSelectWidth={440}
          // Never the text that is typed: a code typed whole would choose itself, and Enter stay in the list.
          options={employers.map((employer) => ({
            value: `known:${employer.uscc}`,
            label: <EmployerLine employer={employer} />,
            employer,
          }))}
          onSearch={(text) => {
            type(name, text);
            setTyped(text);
          }}
          onSelect={(_: string, option) => {
            take(option.employer);
            goOnFrom(control.id);
          }}
          onBlur={() => {
            setTyped('');
            leave(name);
          }}
        >
          <Input
            {...control}
            className={name === 'employment.uscc' ? 'number' : ''}
            maxLength={300}
            autoComplete="off"
            spellCheck={false}
            placeholder={name === 'employment.employerName' ? t('employerHint') : ''}
          />
        </AutoComplete>
      )}
    </RegistrationField>
  );
}

function EmployerLine({ employer }: { employer: KnownEmployer }) {
  return (
    <span className="employer-line">
      <span>{employer.name}</span>
      <span className="number">{employer.uscc}</span>
    </span>
  );
}
