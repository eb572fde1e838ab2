import { Button, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readMrz } from '../../../../shared/standards/icao-9303.ts';
import { readNumber } from './check-field.ts';
import { CodeField } from './code-field.tsx';
import { DateText, RegistrationField, TextField } from './fields.tsx';
import { isUnfinishedMrz } from './fill-fields.ts';
import { OpenPerson } from './open-person.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import { Section } from './section.tsx';
import { useThisRegistration } from './use-registration.ts';
import { ValidToField } from './valid-to-field.tsx';

export function DocumentSection() {
  return (
    <Section name="document">
      <div className="register-grid">
        <CodeField name="document.kind" table="document.kind" span={8} />
        <NumberField />
        <div className="document-run" data-run="document">
          <TextField name="document.issuer" span={9} />
          <DateText name="document.validFrom" span={6} />
          <ValidToField span={9} />
        </div>
      </div>
      <MrzNote />
    </Section>
  );
}

/** The number, or a machine readable zone by a reader, whose lines end in an Enter each. */
function NumberField() {
  const { t } = useTranslation('register');
  const { form, type, leave, taken, override, today } = useThisRegistration();
  const [signing, setSigning] = useState(false);
  const name = 'document.number';
  const read = readNumber(form.fields, today);
  const hint =
    read.ok && read.says.birthDateHint && form.fields['identity.birthDate'] === '' ? read.says.birthDateHint : undefined;
  const stay = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.ctrlKey && isUnfinishedMrz(event.currentTarget.value)) event.preventDefault();
  };
  return (
    <>
      <RegistrationField
        name={name}
        span={16}
        help={
          (taken && <OpenPerson personId={taken} />) ||
          (override.number && (
            <Button size="small" onClick={() => setSigning(true)}>
              {t('override.begin')}
            </Button>
          ))
        }
        note={(override.by && t('override.by', { name: override.by })) || (hint && t('birthHint', { date: hint }))}
      >
        {(control) => (
          <Input
            {...control}
            className="number"
            value={form.fields[name]}
            maxLength={300}
            autoComplete="off"
            spellCheck={false}
            onKeyDown={stay}
            onChange={(event) => type(name, event.target.value)}
            onBlur={() => leave(name)}
          />
        )}
      </RegistrationField>
      {signing && override.number && <OverrideDialog onClose={() => setSigning(false)} />}
    </>
  );
}

/** What the zone's check digits and look-alikes say; for a person to compare, nothing of it is applied. */
function MrzNote() {
  const { t } = useTranslation('register');
  const { form, today } = useThisRegistration();
  const read = form.fields.mrz === '' ? undefined : readMrz(form.fields.mrz, { today });
  if (!read?.ok || read.number !== form.fields['document.number']) return null;
  const { failing, slips, namesCut } = read;
  const checks = failing.map((check) => t(`mrz.check.${check}`)).join(t('and'));
  return (
    <div className="mrz-note" data-doubt={failing.length + slips.length > 0 || undefined} aria-live="polite">
      <span>{failing.length > 0 ? t('mrz.failing', { checks }) : t('mrz.read')}</span>
      {slips.map((slip) => (
        <span key={`${slip.line}.${slip.column}`}>{t('mrz.slip', { ...slip })}</span>
      ))}
      {namesCut && <span>{t('mrz.cut')}</span>}
    </div>
  );
}
