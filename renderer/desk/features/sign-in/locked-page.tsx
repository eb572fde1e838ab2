import { useMutation } from '@tanstack/react-query';
import { Button, Input, Typography } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deskQuery } from '../../app/desk-client.ts';
import { useSession } from '../../app/session.ts';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useWait } from '../../ui/use-wait.ts';
import { Entrance } from './entrance.tsx';

/** Only the PIN of whoever locked it, or sign out so that somebody else can sign in. */
export function LockedPage() {
  const { t } = useTranslation(['signIn', 'shell']);
  const session = useSession();
  const [pin, setPin] = useState('');
  const unlock = useMutation(deskQuery.session.unlock.mutationOptions({ onError: () => setPin('') }));
  const signOut = useMutation(deskQuery.session.signOut.mutationOptions());
  const waitSeconds = useWait(unlock.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!unlock.isPending && pin) unlock.mutate({ pin });
  };
  return (
    <Entrance title={t('locked.title')} office={session.office} trial={session.trial}>
      <Typography.Paragraph>
        {session.staff && <span className="name">{session.staff.name}</span>} {t('locked.words')}
      </Typography.Paragraph>
      <form onSubmit={submit}>
        <Field label={t('pin')}>
          {(control) => (
            <Input.Password
              {...control}
              autoFocus
              size="large"
              autoComplete="off"
              maxLength={64}
              value={pin}
              onChange={(event) => setPin(event.target.value)}
            />
          )}
        </Field>
        <RefusalWords error={unlock.error} details={{ waitSeconds: String(waitSeconds) }} />
        <Button type="primary" size="large" htmlType="submit" block loading={unlock.isPending} disabled={waitSeconds > 0}>
          {t('locked.unlock')}
        </Button>
        <Button type="text" block onClick={() => signOut.mutate(undefined)}>
          {t('locked.other')}
        </Button>
      </form>
    </Entrance>
  );
}
