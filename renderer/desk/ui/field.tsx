import { Typography } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { otherLanguage } from '../i18n/language.ts';
import { en, zh } from '../i18n/words.ts';
import { type FieldChange, type FieldWarning, toFieldCode } from './field-code.ts';
import './field.css';

/** What the control must take, so that label, reason and marks belong to it for eye and ear. */
export interface ControlProps {
  id: string;
  /** antd's own word for none is the empty one. */
  status: 'error' | 'warning' | '';
  'aria-invalid': boolean | undefined;
  'aria-describedby': string | undefined;
  'aria-required': boolean | undefined;
}

export interface FieldProps {
  label: string;
  required?: boolean | undefined;
  /** Why the value is refused: a code of `fieldCodes`. Shown beside the field in both languages. */
  problem?: string | undefined;
  warning?: FieldWarning | undefined;
  /** What was mended in what was typed. */
  changes?: readonly FieldChange[] | undefined;
  /** A quiet note under the control, e.g. 由证件号带出. */
  note?: ReactNode;
  /** The field's path in the contract, e.g. `identity.name`. */
  path?: string | undefined;
  /** Takes the whole row. */
  wide?: boolean | undefined;
  children: (control: ControlProps) => ReactNode;
}

/** A label, its control, and beside it why it was refused, what was mended, or where the value came from. */
export function Field({ label, required, problem, warning, changes, note, path, wide, children }: FieldProps) {
  const id = useId();
  const said = Boolean(problem || warning || changes?.length || note);
  const control: ControlProps = {
    id,
    status: problem ? 'error' : warning ? 'warning' : '',
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': said ? `${id}-said` : undefined,
    'aria-required': required || undefined,
  };
  return (
    <div className={wide ? 'field field-wide' : 'field'} data-path={path} data-invalid={problem ? '' : undefined}>
      <label htmlFor={id} className="field-label">
        {label}
        {required && (
          <span aria-hidden="true" className="field-required">
            *
          </span>
        )}
      </label>
      {children(control)}
      <div id={`${id}-said`} className="field-said" aria-live="polite">
        {problem ? <Problem code={problem} /> : <Notes warning={warning} changes={changes} note={note} />}
      </div>
    </div>
  );
}

function Problem({ code }: { code: string }) {
  const { i18n } = useTranslation();
  const known = toFieldCode(code, zh.fieldCodes);
  const words = { zh: zh.fieldCodes[known], en: en.fieldCodes[known] };
  const other = otherLanguage(i18n.language);
  return (
    <Typography.Text type="danger">
      {words[i18n.language === 'en' ? 'en' : 'zh']}
      <small lang={other === 'zh' ? 'zh-CN' : 'en'}>{words[other]}</small>
    </Typography.Text>
  );
}

function Notes({ warning, changes, note }: Pick<FieldProps, 'warning' | 'changes' | 'note'>) {
  const { t } = useTranslation('fieldNotes');
  return (
    <>
      {warning && <Typography.Text type="warning">{t(`warning.${warning}`)}</Typography.Text>}
      {changes && changes.length > 0 && (
        <Typography.Text type="secondary">{changes.map((change) => t(`change.${change}`)).join(' · ')}</Typography.Text>
      )}
      {note && <Typography.Text type="secondary">{note}</Typography.Text>}
    </>
  );
}
