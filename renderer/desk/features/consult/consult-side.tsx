import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Tag } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackMatter } from '../../../../shared/domain/policy/pack-matter.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { keys } from '../../app/keys.ts';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { MatterFacts } from './matter-facts.tsx';
import type { Consultation } from './use-consultation.ts';

export interface ConsultSideProps {
  consultation: Consultation;
  /** The matter that the hand is on. */
  looked: PackMatter | undefined;
  onNext(): void;
}

/** Beside the matters: what the one in hand asks for, what this person was told of, and the one button. */
export function ConsultSide({ consultation, looked, onNext }: ConsultSideProps) {
  const { t } = useTranslation('consult');
  const { full, given, jobId, error } = consultation;
  return (
    <div className="consult-side">
      <section className="consult-block" aria-label={t('person')}>
        <Topics consultation={consultation} />
        <Words consultation={consultation} />
        <div aria-live="polite" className="consult-said">
          {full && <Alert type="warning" showIcon title={t('full')} />}
          <RefusalWords error={error} />
          {given && !jobId && error && <Alert type="warning" showIcon title={t('keptNotPrinted')} />}
          {jobId && <Sent consultation={consultation} />}
        </div>
        <Buttons consultation={consultation} onNext={onNext} />
      </section>
      {looked && <MatterFacts matter={looked} />}
    </div>
  );
}

function Topics({ consultation: { noted, toggle, given } }: Pick<ConsultSideProps, 'consultation'>) {
  const { t } = useTranslation('consult');
  const { pack, said } = usePolicy();
  const taken = (pack?.matters ?? []).filter(({ code }) => noted.topics.includes(code));
  return (
    <>
      <h2>{t('topics', { count: taken.length })}</h2>
      {taken.length === 0 ? (
        <p>{t('noTopics')}</p>
      ) : (
        <p className="consult-topics">
          {taken.map(({ code, name }) =>
            given ? (
              <Tag key={code}>{said(name)}</Tag>
            ) : (
              <Button key={code} size="small" aria-label={t('remove', { matter: said(name) })} onClick={() => toggle(code)}>
                {said(name)} ×
              </Button>
            ),
          )}
        </p>
      )}
    </>
  );
}

function Words({ consultation: { noted, change, given } }: Pick<ConsultSideProps, 'consultation'>) {
  const { t } = useTranslation('consult');
  return (
    <div className="consult-words">
      <Field label={t('visitor')} path="visitor">
        {({ status: _, ...control }) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={30}
            disabled={given !== undefined}
            value={noted.visitor}
            onChange={(event) => change({ visitor: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('note')} path="note">
        {({ status: _, ...control }) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={200}
            disabled={given !== undefined}
            value={noted.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

function Sent({ consultation: { given, jobId } }: Pick<ConsultSideProps, 'consultation'>) {
  const { t } = useTranslation(['consult', 'papers']);
  const paperDesk = usePaperDesk();
  const { data: status } = useQuery(deskQuery.counter.status.queryOptions());
  const { data: jobs } = useQuery(deskQuery.papers.jobs.queryOptions());
  const job = jobs?.find(({ id }) => id === jobId);
  const again = () =>
    given && paperDesk.open({ subjects: [{ kind: 'advice-sheet', adviceId: given }], printedBefore: status?.today.date ?? '' });
  return (
    <Alert
      type="success"
      showIcon
      title={t('sent')}
      description={
        <>
          {job && t(`papers:queue.states.${job.state}`)}{' '}
          <Button size="small" onClick={again}>
            {t('again')}
          </Button>
        </>
      }
    />
  );
}

function Buttons({ consultation, onNext }: Pick<ConsultSideProps, 'consultation' | 'onNext'>) {
  const { t } = useTranslation('consult');
  const { noted, given, jobId, finish, pending } = consultation;
  const button = useRef<HTMLButtonElement>(null);
  // Typing goes nowhere once it is kept: the hand is at the next person.
  useEffect(() => {
    if (jobId) button.current?.focus();
  }, [jobId]);
  return (
    <Button
      ref={button}
      type="primary"
      size="large"
      block
      disabled={noted.topics.length === 0}
      loading={pending}
      onClick={jobId ? onNext : finish}
    >
      {t(jobId ? 'next' : given ? 'printOnly' : 'finish')} <kbd>{keys.accept}</kbd>
    </Button>
  );
}
