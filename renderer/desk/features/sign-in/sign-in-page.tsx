import { useMutation } from '@tanstack/react-query';
import { Button, Input, type InputRef } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deskQuery } from '../../app/desk-client.ts';
import { useSession } from '../../app/session.ts';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
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

/** Staff number and PIN. */
export function SignInPage() {
  const { t } = useTranslation('signIn');
  const session = useSession();
  const [staffNumber, setStaffNumber] = useState('');
  const [pin, setPin] = useState('');
  const signIn = useMutation(deskQuery.session.signIn.mutationOptions({ onError: () => setPin('') }));
  const button = useRef<HTMLButtonElement>(null);
  const waitSeconds = useWait(signIn.error);
  const first = useFirstFocus();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!signIn.isPending && staffNumber.trim() && pin) signIn.mutate({ staffNumber: staffNumber.trim().toUpperCase(), pin });
  };
  return (
    <Entrance title={t('title')} office={session.office} trial={session.trial}>
      <form onSubmit={submit}>
        <Field label={t('staffNumber')}>
          {(control) => (
            <Input
              {...control}
              ref={first}
              autoFocus
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
        <RefusalWords error={signIn.error} details={{ waitSeconds: String(waitSeconds) }} />
        <Button
          ref={button}
          type="primary"
          size="large"
          htmlType="submit"
          block
          loading={signIn.isPending}
          disabled={waitSeconds > 0}
        >
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
