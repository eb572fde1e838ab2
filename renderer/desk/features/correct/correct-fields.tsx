import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { type CorrectedField, emptiableField } from '../../../../shared/domain/talent/correction.ts';
import { idKind } from '../../../../shared/domain/talent/id-kind.ts';
import { sex } from '../../../../shared/domain/talent/person.ts';
import { findCountry } from '../../../../shared/standards/gb-2659.ts';
import { type ControlProps, Field } from '../../ui/field.tsx';
import type { Typed } from './use-correcting.ts';

export interface CorrectFieldsProps {
  title: string;
  fields: readonly CorrectedField[];
  view: PersonView;
  typed: Typed;
  problems: Partial<Record<string, string>>;
  onType(field: CorrectedField, value: string | null): void;
}

/** Each field with what it says now, and a place for what it ought to say. Numbers stay covered: the new one is typed whole. */
export function CorrectFields({ title, fields, view, typed, problems, onType }: CorrectFieldsProps) {
  const { t } = useTranslation('requests');
  const shown = useCodeWords();
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
            note={<NowNote {...{ field, onType }} now={shown(field, nowOf(view, field))} isEmptied={typed[field] === null} />}
          >
            {(control) => <Control {...{ control, field, onType }} value={typed[field]} />}
          </Field>
        ))}
      </div>
    </section>
  );
}

interface NowNoteProps {
  field: CorrectedField;
  now: string;
  isEmptied: boolean;
  onType(field: CorrectedField, value: string | null): void;
}

/** What the record says, and a way to have it say nothing where it may. */
function NowNote({ field, now, isEmptied, onType }: NowNoteProps) {
  const { t } = useTranslation('requests');
  const mayEmpty = now !== '' && emptiableField.safeParse(field).success;
  return (
    <>
      {t('correct.now', { value: now || t('correct.empty') })}
      {mayEmpty && (
        <Button
          type="link"
          size="small"
          aria-label={t(isEmptied ? 'correct.keepOf' : 'correct.emptyOf', { field: t(`field.${field}`) })}
          onClick={() => onType(field, isEmptied ? '' : null)}
        >
          {t(isEmptied ? 'correct.keep' : 'correct.toEmpty')}
        </Button>
      )}
    </>
  );
}

interface ControlOfField {
  control: ControlProps;
  field: CorrectedField;
  value: string | null | undefined;
  onType(field: CorrectedField, value: string | null): void;
}

/** A field of codes is chosen, any other is typed. */
function Control({ control, field, value, onType }: ControlOfField) {
  const { t } = useTranslation('requests');
  const shown = useCodeWords();
  const codes = field === 'document.kind' ? idKind.options : field === 'identity.sex' ? sex.options : undefined;
  if (codes) {
    const options = codes.map((code) => ({ value: code as string, label: shown(field, code) }));
    const chosen = value ? { value } : {};
    return (
      <Select
        {...control}
        className="correct-choice"
        allowClear
        options={options}
        {...chosen}
        onChange={(code) => onType(field, code ?? '')}
      />
    );
  }
  return (
    <Input
      {...control}
      autoComplete="off"
      maxLength={200}
      value={value ?? ''}
      placeholder={value === null ? t('correct.emptied') : undefined}
      onChange={(event) => onType(field, event.target.value)}
    />
  );
}

/** A code in words, and anything else as it is. */
function useCodeWords(): (field: CorrectedField, value: string) => string {
  const { t, i18n } = useTranslation('person');
  return (field, value) => {
    const kind = field === 'document.kind' ? idKind.safeParse(value).data : undefined;
    if (kind) return t(`document.${kind}`);
    const code = field === 'identity.sex' ? sex.safeParse(value).data : undefined;
    if (code) return t(`sex.${code}`);
    const country = field === 'identity.nationality' ? findCountry(value) : undefined;
    return country ? `${i18n.language === 'en' ? country.en : country.zh} ${value}` : value;
  };
}

function nowOf({ document, identity, employment, contact }: PersonView, field: CorrectedField): string {
  if (field === 'document.number') return document.maskedNumber;
  if (field === 'contact.phone') return contact.maskedPhone;
  const [part = '', name = ''] = field.split('.');
  const parts: Record<string, object | undefined> = { document, identity, employment, contact };
  return String((parts[part] as Record<string, unknown> | undefined)?.[name] ?? '');
}
