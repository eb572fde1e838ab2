import { Button, Input, Typography } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { LiveSheet } from '../../../../shared/contract/going-live-calls.ts';
import { desk } from '../../app/desk-client.ts';
import { keys, useKey } from '../../app/keys.ts';
import { Field } from '../../ui/field.tsx';
import { focusFirstProblem } from '../../ui/focus-problem.ts';
import { NewPinFields } from '../../ui/new-pin-fields.tsx';
import { nextOnEnter } from '../../ui/next-on-enter.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { refusedFields } from '../../ui/trouble.ts';
import { useAct } from '../../ui/use-act.ts';
import { type FormProblems, formProblems, type TypedForm, toSend } from './typed-form.ts';

export interface GoingLiveFormProps {
  form: TypedForm;
  onChange(form: TypedForm): void;
  onMade(sheet: LiveSheet): void;
  onBack(): void;
}

/** The office, this counter with its first administrator, and the numbers that the office assigned. */
export function GoingLiveForm(props: GoingLiveFormProps) {
  const { form, onBack } = props;
  const { t } = useTranslation('goingLive');
  const container = useRef<HTMLDivElement>(null);
  const { accept, act, problems } = useSending(props, container);
  useKey('accept', accept);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter is passed on from the fields within
    <div ref={container} className="going-live-form" onKeyDown={nextOnEnter}>
      <div className="going-live-sections">
        <OfficeSection {...props} problems={problems} />
        <CounterSection {...props} problems={problems} />
        <NumbersSection {...props} problems={problems} />
      </div>
      <footer className="going-live-foot">
        <RefusalWords error={act.error} />
        <div className="going-live-line">
          <Button onClick={onBack}>{t('back')}</Button>
          <Typography.Text type="secondary">{t('next')}</Typography.Text>
          <Button type="primary" size="large" data-accept="" loading={act.pending} onClick={accept}>
            {t('make')} <kbd>{keys.accept}</kbd>
          </Button>
        </div>
      </footer>
      <span className="visually-hidden" aria-live="polite">
        {act.pending && t('making', { name: form.officeName })}
      </span>
    </div>
  );
}

function useSending({ form, onChange, onMade }: GoingLiveFormProps, container: React.RefObject<HTMLDivElement | null>) {
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<FormProblems>({});
  const act = useAct({
    // Without an input: what a mutation is begun with stays in memory, and a PIN must not.
    mutationFn: () => desk.goingLive.prepare(toSend(form)),
    onSuccess: onMade,
    onError: (error) => {
      const fields = refusedFields(error) as FormProblems;
      flushSync(() => {
        setRefused(fields);
        if (fields.pin) onChange({ ...form, pin: '', again: '' });
      });
      if (container.current) focusFirstProblem(container.current);
    },
    gcTime: 0,
  });
  const own = asked ? formProblems(form) : {};
  const accept = () => {
    flushSync(() => {
      setAsked(true);
      setRefused({});
    });
    if (Object.keys(formProblems(form)).length === 0) act.begin();
    else if (container.current) focusFirstProblem(container.current);
  };
  return { accept, act, problems: { ...own, ...refused } };
}

interface SectionProps extends GoingLiveFormProps {
  problems: FormProblems;
}

function Section({ title, words, children }: { title: string; words: string; children: ReactNode }) {
  return (
    <section className="going-live-section" aria-label={title}>
      <h2>{title}</h2>
      <p>{words}</p>
      <div className="going-live-fields">{children}</div>
    </section>
  );
}

type TextPath = Exclude<keyof TypedForm, 'pin' | 'again'>;

function Text({ path, wide, autoFocus, ...props }: SectionProps & { path: TextPath; wide?: boolean; autoFocus?: boolean }) {
  const { form, onChange, problems } = props;
  const { t } = useTranslation('goingLive');
  return (
    <Field label={t(`field.${path}`)} required path={path} wide={wide} problem={problems[path]}>
      {(control) => (
        <Input
          {...control}
          autoFocus={autoFocus ?? false}
          autoComplete="off"
          maxLength={100}
          value={form[path]}
          onChange={(event) => onChange({ ...form, [path]: event.target.value })}
        />
      )}
    </Field>
  );
}

function OfficeSection(props: SectionProps) {
  const { t } = useTranslation('goingLive');
  return (
    <Section title={t('section.office')} words={t('words.office')}>
      <Text {...props} path="officeName" wide autoFocus />
      <Text {...props} path="officeNameEn" wide />
      <Text {...props} path="address" wide />
      <Text {...props} path="enquiryPhone" />
      <Text {...props} path="supervisionPhone" />
    </Section>
  );
}

function CounterSection(props: SectionProps) {
  const { form, onChange, problems } = props;
  const { t } = useTranslation('goingLive');
  return (
    <Section title={t('section.counter')} words={t('words.counter')}>
      <Text {...props} path="counterCode" wide />
      <Text {...props} path="staffNumber" />
      <Text {...props} path="staffName" />
      <NewPinFields
        value={form}
        onChange={({ pin, again }) => onChange({ ...form, pin, again })}
        problems={{ pin: problems.pin, again: problems.again }}
      />
    </Section>
  );
}

function NumbersSection(props: SectionProps) {
  const { t } = useTranslation('goingLive');
  return (
    <Section title={t('section.numbers')} words={t('words.numbers')}>
      {(['card', 'certificate', 'matter'] as const).map((series) => (
        <fieldset key={series} className="going-live-range">
          <legend>{t(`series.${series}`)}</legend>
          <Text {...props} path={`${series}First`} />
          <Text {...props} path={`${series}Count`} />
        </fieldset>
      ))}
    </Section>
  );
}
