import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Progress } from 'antd';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { BackupFound, RestoreSheet } from '../../../../shared/contract/restore-calls.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { keys, useKey } from '../../app/keys.ts';
import { Field } from '../../ui/field.tsx';
import { focusFirstProblem } from '../../ui/focus-problem.ts';
import { NewPinFields, newPinProblems, noPin } from '../../ui/new-pin-fields.tsx';
import { nextOnEnter } from '../../ui/next-on-enter.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { refusedFields } from '../../ui/trouble.ts';
import { useAct } from '../../ui/use-act.ts';

export interface RecoveryFormProps {
  backup: BackupFound;
  onRestored(sheet: RestoreSheet): void;
  onBack(): void;
}

/** The recovery key, whose new PIN it will be, and the bar while everything is copied and verified. Nothing typed here is kept. */
export function RecoveryForm({ backup, onRestored, onBack }: RecoveryFormProps) {
  const { t } = useTranslation('restore');
  const container = useRef<HTMLDivElement>(null);
  const { typed, setTyped, act, accept, problems } = useRecovery({ backup, onRestored, container });
  const cancel = useAct({ mutationFn: () => desk.restore.cancel() });
  useKey('accept', accept, !act.pending);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter is passed on from the fields within
    <div ref={container} className="restore-part" onKeyDown={nextOnEnter}>
      <p>{t('keyWords')}</p>
      <Field label={t('recoveryKey')} required path="recoveryKey" problem={problems.recoveryKey}>
        {(control) => (
          <Input
            {...control}
            size="large"
            autoFocus
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            value={typed.recoveryKey}
            onChange={(event) => setTyped({ ...typed, recoveryKey: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('staffNumber')} required path="staffNumber" problem={problems.staffNumber}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={40}
            value={typed.staffNumber}
            onChange={(event) => setTyped({ ...typed, staffNumber: event.target.value })}
          />
        )}
      </Field>
      <NewPinFields
        value={typed}
        onChange={({ pin, again }) => setTyped({ ...typed, pin, again })}
        problems={{ pin: problems.pin, again: problems.again }}
      />
      <Alert type="info" showIcon title={t('notice')} />
      <RefusalWords error={Object.keys(refusedFields(act.error)).length > 0 ? null : act.error} />
      {act.pending && <Bar />}
      <div className="restore-line">
        {act.pending ? (
          <Button onClick={() => cancel.begin()}>{t('cancel')}</Button>
        ) : (
          <Button onClick={onBack}>{t('back')}</Button>
        )}
        <Button type="primary" size="large" data-accept="" loading={act.pending} onClick={accept}>
          {t('start')} <kbd>{keys.accept}</kbd>
        </Button>
      </div>
    </div>
  );
}

interface Problems {
  recoveryKey?: string;
  staffNumber?: string;
  pin?: string;
  again?: string;
}

function useRecovery({
  backup,
  onRestored,
  container,
}: Pick<RecoveryFormProps, 'backup' | 'onRestored'> & { container: React.RefObject<HTMLDivElement | null> }) {
  const [typed, setTyped] = useState({ recoveryKey: '', staffNumber: '', ...noPin });
  const [problems, setProblems] = useState<Problems>({});
  const focusProblem = () => container.current && focusFirstProblem(container.current);
  const act = useAct({
    // Without an input: what a mutation is begun with stays in memory, and neither key nor PIN must.
    mutationFn: () => {
      const { recoveryKey, staffNumber, pin } = typed;
      return desk.restore.prepare({ folder: backup.folder, recoveryKey, staffNumber, pin });
    },
    onSuccess: onRestored,
    onError: (error) => {
      flushSync(() => setProblems(refusedFields(error)));
      focusProblem();
    },
    gcTime: 0,
  });
  const accept = () => {
    const { recoveryKey, staffNumber } = typed;
    const missing: Problems = {
      ...(recoveryKey.trim() === '' && { recoveryKey: 'required' }),
      ...(staffNumber.trim() === '' && { staffNumber: 'required' }),
      ...(newPinProblems(typed) as Problems),
    };
    flushSync(() => setProblems(missing));
    if (Object.keys(missing).length === 0) act.begin();
    else focusProblem();
  };
  return { typed, setTyped, act, accept, problems };
}

/** Two passes over everything: copied and checked, then read back and checked. */
function Bar() {
  const { t } = useTranslation('restore');
  const { data } = useQuery(deskQuery.restore.progress.queryOptions({ refetchInterval: 300 }));
  const running = data?.running;
  const { step, doneMebibytes, totalMebibytes } = running ?? { step: 'looking' as const, doneMebibytes: 0, totalMebibytes: 0 };
  const percent = totalMebibytes === 0 ? 0 : Math.floor((doneMebibytes / totalMebibytes) * 100);
  return (
    <div className="restore-bar">
      <span>{t(`running.${step}`)}</span>
      <Progress percent={percent} size="small" aria-label={t(`running.${step}`)} />
      <span className="number">{t('amount', { done: doneMebibytes.toFixed(1), total: totalMebibytes.toFixed(1) })}</span>
    </div>
  );
}
