import { Button, Input, type InputRef } from 'antd';
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { Entrance } from './entrance.tsx';
import { RecoveryPage } from './recovery-page.tsx';
import { SampleStaff } from './sample-staff.tsx';
import { type Signing, useSigning } from './use-signing.ts';

/** The page before this one may take the focus with it when its button goes, after the first field has got it. */
function useFirstFocus() {
  const first = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => first.current?.querySelector('input')?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return first;
}

/** The office's passphrase after a start, where no keyring keeps it; staff number and PIN. */
export function SignInPage() {
  const [recovering, setRecovering] = useState(false);
  if (recovering) return <RecoveryPage onBack={() => setRecovering(false)} />;
  return <SignInForm onRecover={() => setRecovering(true)} />;
}

function SignInForm({ onRecover }: { onRecover: () => void }) {
  const { t } = useTranslation(['signIn', 'keyCare']);
  const session = useSession();
  const signing = useSigning();
  const { error, pending, waitSeconds } = signing;
  const button = useRef<HTMLButtonElement>(null);
  const form = useFirstFocus();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Enter goes on to what is still to be typed.
    const empty = [...event.currentTarget.querySelectorAll('input')].find((input) => input.value.trim() === '');
    if (empty) empty.focus();
    else signing.submit();
  };
  return (
    <Entrance title={t('title')} office={session.office} trial={session.trial}>
      <form ref={form} onSubmit={submit}>
        {session.needsPassphrase && <PassphraseField signing={signing} input={signing.passphraseInput} />}
        <Credentials signing={signing} first={!session.needsPassphrase} />
        <RefusalWords error={error} details={{ waitSeconds: String(waitSeconds) }} />
        <Button ref={button} type="primary" size="large" htmlType="submit" block loading={pending} disabled={waitSeconds > 0}>
          {t('submit')}
        </Button>
      </form>
      {/* 试用 shows its PINs: nothing of it needs recovering. */}
      {!session.trial && (
        <Button type="text" block onClick={onRecover}>
          {t('keyCare:recover')}
        </Button>
      )}
      {session.sampleStaff && (
        <SampleStaff
          staff={session.sampleStaff}
          onChoose={(chosen) => {
            signing.setStaffNumber(chosen.number);
            signing.setPin(chosen.pin);
            button.current?.focus();
          }}
        />
      )}
    </Entrance>
  );
}

function PassphraseField({ signing, input }: { signing: Signing; input: RefObject<InputRef | null> }) {
  const { t } = useTranslation('signIn');
  return (
    <Field label={t('passphrase')} note={t('passphraseNote')} path="passphrase">
      {(control) => (
        <Input.Password
          {...control}
          ref={input}
          autoFocus
          size="large"
          autoComplete="off"
          maxLength={400}
          value={signing.passphrase}
          onChange={(event) => signing.setPassphrase(event.target.value)}
        />
      )}
    </Field>
  );
}

function Credentials({ signing, first }: { signing: Signing; first: boolean }) {
  const { t } = useTranslation('signIn');
  return (
    <>
      <Field label={t('staffNumber')}>
        {(control) => (
          <Input
            {...control}
            autoFocus={first}
            size="large"
            autoComplete="off"
            maxLength={20}
            value={signing.staffNumber}
            onChange={(event) => signing.setStaffNumber(event.target.value)}
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
            value={signing.pin}
            onChange={(event) => signing.setPin(event.target.value)}
          />
        )}
      </Field>
    </>
  );
}
