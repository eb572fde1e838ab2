import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { aspect } from '../../../../shared/domain/matter/application-facts.ts';
import { isPlainDate } from '../../../../shared/domain/plain-date.ts';
import type { PolicyRoute } from '../../../../shared/domain/policy/pack.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Field } from '../../ui/field.tsx';

interface WrittenProps {
  words: Readonly<Record<string, string>>;
  refused: Readonly<Record<string, string | undefined>>;
  onChange(code: string, text: string): void;
}

/** The fields of the chosen route's own: who recommends, what the employer's review decided, whose quota it is. */
export function RouteFields({ route, words, refused, onChange }: WrittenProps & { route: PolicyRoute | undefined }) {
  const { t } = useTranslation('application');
  const date = words['reviewedOn'] ?? '';
  return route?.asks.map(({ field, required }) => {
    const path = `routeFacts.${field}`;
    const props = { label: t(`field.${field}`), required, path, problem: refused[path] };
    if (field === 'reviewedOn')
      return (
        <DateField
          key={field}
          {...props}
          problem={props.problem ?? (date.length >= 8 && !isPlainDate(date) && /-/.test(date) ? 'not-a-date' : undefined)}
          value={date}
          onChange={(text) => onChange(field, text)}
        />
      );
    return (
      <Field key={field} {...props}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={field === 'recommender' || field === 'quotaPeriod' ? 60 : 100}
            value={words[field] ?? ''}
            onChange={(event) => onChange(field, event.target.value)}
          />
        )}
      </Field>
    );
  });
}

/** The four aspects of article 7, as the applicant puts them. */
export function AspectFields({ words, refused, onChange }: WrittenProps) {
  const { t } = useTranslation('application');
  return (
    <section className="recognise-block choose-wide" aria-label={t('aspects')}>
      <h2>{t('aspects')}</h2>
      <div className="aspect-fields">
        {aspect.options.map((one) => (
          <Field key={one} label={t(`field.${one}`)} path={`aspects.${one}`} problem={refused[`aspects.${one}`]}>
            {(control) => (
              <Input.TextArea
                {...control}
                rows={3}
                maxLength={400}
                value={words[one] ?? ''}
                onChange={(event) => onChange(one, event.target.value)}
              />
            )}
          </Field>
        ))}
      </div>
    </section>
  );
}
