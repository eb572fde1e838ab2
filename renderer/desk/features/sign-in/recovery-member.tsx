import { Button, Input, Typography } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/desk-client.ts';
import { Field } from '../../ui/field.tsx';
import { NewPinFields, newPinProblems, noPin } from '../../ui/new-pin-fields.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { refusedFields } from '../../ui/trouble.ts';
import { useAct } from '../../ui/use-act.ts';

export interface RecoveryMemberProps {
  recoveryKey: string;
  /** Shown this once, where no keyring keeps the second factor. */
  passphrase: string | undefined;
}

/** Whose counter it is to be from now on: one of its administrators, with a new PIN. */
export function RecoveryMember({ recoveryKey, passphrase }: RecoveryMemberProps) {
  const { t } = useTranslation('keyCare');
  const [staffNumber, setStaffNumber] = useState('');
  const [pin, setPin] = useState(noPin);
  const [copied, setCopied] = useState('');
  const [asked, setAsked] = useState(false);
  const act = useAct({
    mutationFn: () =>
      desk.recovery.complete({ recoveryKey, staffNumber, pin: pin.pin, ...(passphrase && copied && { passphrase: copied }) }),
    onError: () => setPin(noPin),
    gcTime: 0,
  });
  const refused = refusedFields(act.error);
  const own = asked ? newPinProblems(pin) : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (staffNumber.trim() === '' || Object.keys(newPinProblems(pin)).length > 0) return;
    setAsked(false);
    act.begin();
  };
  return (
    <form onSubmit={submit}>
      {passphrase !== undefined && (
        <>
          <Typography.Paragraph>
            <strong>{t('passphraseTitle')}</strong> {t('passphraseWords')}
          </Typography.Paragraph>
          <p className="recovery-words" translate="no">
            {passphrase}
          </p>
          <Field label={t('passphrase')} required path="passphrase" problem={refused['passphrase']}>
            {(control) => (
              <Input
                {...control}
                autoFocus
                autoComplete="off"
                spellCheck={false}
                maxLength={400}
                value={copied}
                onChange={(event) => setCopied(event.target.value)}
              />
            )}
          </Field>
        </>
      )}
      <Typography.Paragraph>{t('memberWords')}</Typography.Paragraph>
      <Field
        label={t('staffNumber')}
        required
        path="staffNumber"
        problem={asked && staffNumber.trim() === '' ? 'required' : undefined}
      >
        {(control) => (
          <Input
            {...control}
            autoFocus={passphrase === undefined}
            autoComplete="off"
            maxLength={20}
            value={staffNumber}
            onChange={(event) => setStaffNumber(event.target.value)}
          />
        )}
      </Field>
      <NewPinFields value={pin} onChange={setPin} problems={{ ...own, ...(refused['pin'] && { pin: refused['pin'] }) }} />
      <RefusalWords error={act.error} />
      <Button type="primary" size="large" htmlType="submit" block loading={act.pending}>
        {t('complete')}
      </Button>
    </form>
  );
}
