import { Alert, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CounterStatus } from '../../../../shared/contract/desk.ts';
import { desk } from '../../app/desk-client.ts';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useWait } from '../../ui/use-wait.ts';

export interface DateFactsProps {
  questionable: NonNullable<CounterStatus['questionable']>;
  onDone(): void;
}

/** The computer's date lies before a record's: what is right is for a second person to say, who has looked at a calendar. */
export function DateFacts({ questionable, onDone }: DateFactsProps) {
  const { t } = useTranslation('status');
  const [staffNumber, setStaffNumber] = useState('');
  const [pin, setPin] = useState('');
  const { today, lastEntry } = questionable;
  const confirm = useAct({
    // Without an input: what a mutation is begun with stays in memory, and a PIN must not.
    mutationFn: async () => {
      const number = staffNumber.trim().toUpperCase();
      const { ticket } = await desk.session.signOff({ staffNumber: number, pin, act: 'date.confirm', subjectId: today });
      return desk.counter.confirmDate({ today, ticket });
    },
    onSuccess: onDone,
    onError: () => setPin(''),
    gcTime: 0,
  });
  const waitSeconds = useWait(confirm.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (staffNumber.trim() && pin && waitSeconds === 0) confirm.begin();
  };
  return (
    <form onSubmit={submit} autoComplete="off">
      <Alert type="warning" showIcon title={t('date.what', { today, lastEntry })} description={t('date.meaning')} />
      <p>{t('date.ask')}</p>
      <Field label={t('date.staffNumber')} required>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={20}
            value={staffNumber}
            onChange={(event) => setStaffNumber(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('date.pin')} required>
        {(control) => (
          <Input.Password
            {...control}
            visibilityToggle={false}
            maxLength={64}
            value={pin}
            onChange={(event) => setPin(event.target.value)}
          />
        )}
      </Field>
      <RefusalWords error={confirm.error} details={{ waitSeconds: String(waitSeconds) }} />
      <Button type="primary" htmlType="submit" block loading={confirm.pending} disabled={waitSeconds > 0}>
        {t('date.confirm', { today })}
      </Button>
    </form>
  );
}
