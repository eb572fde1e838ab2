import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';

/** How many days this counter may work without any sync. */
export function SyncLimit() {
  const { t } = useTranslation('keyCare');
  const queries = useQueryClient();
  const { data } = useQuery(deskQuery.syncLimit.state.queryOptions());
  const [typed, setTyped] = useState<number | null | undefined>(undefined);
  const days = (typed === undefined ? data?.days : typed) ?? 0;
  const act = useAct({
    mutationFn: () => desk.syncLimit.set({ days }),
    onSuccess: () =>
      Promise.all(
        [deskQuery.syncLimit.key(), deskQuery.counter.key()].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
  return (
    <section className="settings-part" aria-label={t('syncLimit')}>
      <h2>{t('syncLimit')}</h2>
      <p>{t('syncWords')}</p>
      <div className="settings-line">
        <Field label={t('syncDays')} path="syncDays">
          {(control) => (
            <InputNumber
              {...control}
              min={1}
              max={365}
              precision={0}
              placeholder={t('syncNone')}
              value={days === 0 ? null : days}
              onChange={(value) => setTyped(value)}
            />
          )}
        </Field>
        <Button loading={act.pending} disabled={typed === undefined || days === data?.days} onClick={() => act.begin()}>
          {t('syncSave')}
        </Button>
      </div>
      <RefusalWords error={act.error} />
    </section>
  );
}
