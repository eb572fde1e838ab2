import { Button, Input, type InputRef } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/desk-client.ts';
import { useSession } from '../../app/session.ts';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { toTrouble } from '../../ui/trouble.ts';
import { useAct } from '../../ui/use-act.ts';
import { useWait } from '../../ui/use-wait.ts';
import { Entrance } from './entrance.tsx';
import { SampleStaff } from './sample-staff.tsx';

/** The page before this one may take the focus with it when its button goes, after the first field has got it. */
function useFirstFocus() {
  const first = useRef<InputRef>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => first.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return first;
}

/** The office's passphrase after a start, where no keyring keeps it; staff number and PIN. */
export function SignInPage() {
  const { t } = useTranslation('signIn');
  const session = useSession();
  const [staffNumber, setStaffNumber] = useState('');
  const signing = useSigning(staffNumber);
  const { pin, setPin, passphrase, setPassphrase, error, pending, waitSeconds } = signing;
  const button = useRef<HTMLButtonElement>(null);
  const first = useFirstFocus();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signing.submit();
  };
  return (
    <Entrance title={t('title')} office={session.office} trial={session.trial}>
      <form onSubmit={submit}>
        {session.needsPassphrase && (
          <Field label={t('passphrase')} note={t('passphraseNote')} path="passphrase">
            {(control) => (
              <Input.Password
                {...control}
                ref={first}
                autoFocus
                size="large"
                autoComplete="off"
                maxLength={400}
                value={passphrase}
                onChange={(event) => setPassphrase(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field label={t('staffNumber')}>
          {(control) => (
            <Input
              {...control}
              {...(!session.needsPassphrase && { ref: first, autoFocus: true })}
              size="large"
              autoComplete="off"
              maxLength={20}
              value={staffNumber}
              onChange={(event) => setStaffNumber(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('pin')}>
          {(control) => (
            <Input.Password
              {...control}
              size="large"
              autoComplete="off"
              maxLength={64}
              value={pin}
              onChange={(event) => setPin(event.target.value)}
            />
          )}
        </Field>
        <RefusalWords error={error} details={{ waitSeconds: String(waitSeconds) }} />
        <Button ref={button} type="primary" size="large" htmlType="submit" block loading={pending} disabled={waitSeconds > 0}>
          {t('submit')}
        </Button>
      </form>
      {session.sampleStaff && (
        <SampleStaff
          staff={session.sampleStaff}
          onChoose={(chosen) => {
            setStaffNumber(chosen.number);
            setPin(chosen.pin);
            button.current?.focus();
          }}
        />
      )}
    </Entrance>
  );
}

/** What is typed to sign in. A passphrase that was wrong stays to be corrected: it is long, and shown as dots only until it is looked at. */
function useSigning(staffNumber: string) {
  const { needsPassphrase } = useSession();
  const [pin, setPin] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const act = useAct({
    // Without an input: what a mutation is begun with stays in memory, and a PIN must not.
    mutationFn: () =>
      desk.session.signIn({
        staffNumber: staffNumber.trim().toUpperCase(),
        pin,
        ...(needsPassphrase && passphrase && { passphrase }),
      }),
    onError: (error) => {
      const trouble = toTrouble(error);
      // The PIN wasn't looked at while the passphrase was wrong.
      if (trouble.kind !== 'refusal' || trouble.code !== 'passphrase-wrong') setPin('');
    },
    gcTime: 0,
  });
  const waitSeconds = useWait(act.error);
  const submit = () => {
    if (waitSeconds === 0 && staffNumber.trim() && pin) act.begin();
  };
  return { pin, setPin, passphrase, setPassphrase, submit, error: act.error, pending: act.pending, waitSeconds };
}
