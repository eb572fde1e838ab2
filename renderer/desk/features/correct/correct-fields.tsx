import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import type { CorrectedField } from '../../../../shared/domain/talent/correction.ts';
import { Field } from '../../ui/field.tsx';

export interface CorrectFieldsProps {
  title: string;
  fields: readonly CorrectedField[];
  view: PersonView;
  typed: Partial<Record<CorrectedField, string>>;
  problems: Partial<Record<string, string>>;
  onType(field: CorrectedField, value: string): void;
}

/** Each field with what it says now, and a place for what it ought to say. Numbers stay covered: the new one is typed whole. */
export function CorrectFields({ title, fields, view, typed, problems, onType }: CorrectFieldsProps) {
  const { t } = useTranslation('requests');
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <div className="correct-grid">
        {fields.map((field) => (
          <Field
            key={field}
            label={t(`field.${field}`)}
            path={field}
            problem={problems[field]}
            note={`${t('correct.now')}：${nowOf(view, field) || t('correct.empty')}`}
          >
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                maxLength={200}
                value={typed[field] ?? ''}
                onChange={(event) => onType(field, event.target.value)}
              />
            )}
          </Field>
        ))}
      </div>
    </section>
  );
}

function nowOf({ document, identity, employment, contact }: PersonView, field: CorrectedField): string {
  if (field === 'document.number') return document.maskedNumber;
  if (field === 'contact.phone') return contact.maskedPhone;
  const [part = '', name = ''] = field.split('.');
  const parts: Record<string, object | undefined> = { document, identity, employment, contact };
  return String((parts[part] as Record<string, unknown> | undefined)?.[name] ?? '');
}
