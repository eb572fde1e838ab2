import { Alert, Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CounterStatus } from '../../../../shared/contract/status-calls.ts';
import { desk } from '../../app/desk-client.ts';
import { SignOffFields } from '../../app/sign-off-fields.tsx';
import { useSignOff } from '../../app/use-sign-off.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';

export interface DateFactsProps {
  questionable: NonNullable<CounterStatus['questionable']>;
  onDone(): void;
}

/** The computer's date lies before a record's: what is right is for a second person to say, who has looked at a calendar. */
export function DateFacts({ questionable, onDone }: DateFactsProps) {
  const { t } = useTranslation('status');
  const formId = useId();
  const { today, lastEntry } = questionable;
  const signing = useSignOff({
    act: 'date.confirm',
    subjectId: today,
    withTicket: (ticket) => desk.counter.confirmDate({ today, ticket }),
    onDone,
  });
  return (
    <>
      <Alert type="warning" showIcon title={t('date.what', { today, lastEntry })} description={t('date.meaning')} />
      <p>{t('date.ask')}</p>
      <SignOffFields formId={formId} signing={signing} first />
      <RefusalWords error={signing.error} details={{ waitSeconds: String(signing.waitSeconds) }} />
      <Button type="primary" htmlType="submit" form={formId} block loading={signing.pending} disabled={signing.waitSeconds > 0}>
        {t('date.confirm', { today })}
      </Button>
    </>
  );
}
