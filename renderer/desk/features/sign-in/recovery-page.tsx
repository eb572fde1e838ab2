import { Button, Input, Typography } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/desk-client.ts';
import { useSession } from '../../app/session.ts';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useWait } from '../../ui/use-wait.ts';
import { Entrance } from './entrance.tsx';
import { RecoveryMember } from './recovery-member.tsx';

/** Everybody forgot their PIN, or the keyring is gone: first the key off the sheet, then whose counter it is to be. */
export function RecoveryPage({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('keyCare');
  const { office } = useSession();
  const [recoveryKey, setRecoveryKey] = useState('');
  // Without an input: what a mutation is begun with stays in memory, and the key must not.
  const check = useAct({ mutationFn: () => desk.recovery.check({ recoveryKey }), gcTime: 0 });
  const waitSeconds = useWait(check.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (recoveryKey.trim() !== '' && waitSeconds === 0) check.begin();
  };
  return (
    <Entrance title={t('title')} {...(office && { office })}>
      {check.data ? (
        <RecoveryMember recoveryKey={recoveryKey} passphrase={check.data.passphrase} />
      ) : (
        <form onSubmit={submit}>
          <Typography.Paragraph>{t('keyWords')}</Typography.Paragraph>
          <Field label={t('key')} note={t('keyNote')} path="recoveryKey">
            {(control) => (
              <Input
                {...control}
                autoFocus
                size="large"
                autoComplete="off"
                spellCheck={false}
                maxLength={200}
                className="recovery-key"
                value={recoveryKey}
                onChange={(event) => setRecoveryKey(event.target.value)}
              />
            )}
          </Field>
          <RefusalWords error={check.error} details={{ waitSeconds: String(waitSeconds) }} />
          <Button type="primary" size="large" htmlType="submit" block loading={check.pending} disabled={waitSeconds > 0}>
            {t('next')}
          </Button>
        </form>
      )}
      <Button type="text" block onClick={onBack}>
        {t('back')}
      </Button>
    </Entrance>
  );
}
