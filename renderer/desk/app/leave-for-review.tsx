import { App, Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedAct } from '../../../shared/domain/approval/approval.ts';
import { Field } from '../ui/field.tsx';
import { RefusalWords } from '../ui/refusal-words.tsx';
import { useAct } from '../ui/use-act.ts';
import { desk } from './desk-client.ts';
import { keys, useDialogKey } from './keys.ts';

export interface LeaveForReviewProps {
  /** What is asked, exactly; undefined where something is missing, which the dialog then says. */
  asked(): AskedAct | undefined;
  onLeft(): void;
}

/** Within a dialog that asks for a second person: leaves the act for one who isn't here, so that no PIN is ever shared. */
export function LeaveForReview({ asked, onLeft }: LeaveForReviewProps) {
  const { t } = useTranslation('approvals');
  const { message } = App.useApp();
  const [note, setNote] = useState('');
  const leaving = useAct({
    mutationFn: (what: AskedAct) => {
      const said = note.trim();
      return desk.approvals.request({ asked: what, ...(said && { note: said }) });
    },
    onSuccess: () => {
      void message.success(t('leave.done'));
      onLeft();
    },
  });
  const leave = () => {
    const what = asked();
    if (what) leaving.begin(what);
  };
  useDialogKey('leaveForReview', leave);
  return (
    <section className="leave-for-review" aria-label={t('leave.title')}>
      <p>
        <strong>{t('leave.title')}</strong> {t('leave.words')}
      </p>
      <Flex gap={8} align="end">
        <Field label={t('leave.note')} wide>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={200}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <Button loading={leaving.pending} onClick={leave}>
          {t('leave.button')} <kbd>{keys.leaveForReview}</kbd>
        </Button>
      </Flex>
      <div aria-live="polite">
        <RefusalWords error={leaving.error} />
      </div>
    </section>
  );
}
