import { Typography } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { zh } from '../i18n/words.ts';
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
  /** Of a group of choices, which has no control that a label could be for. */
  'aria-labelledby': string | undefined;
}

export interface FieldProps {
  label: string;
  required?: boolean | undefined;
  /** Why the value is refused: a code of `fieldCodes`. */
  problem?: string | undefined;
  /** What helps with the problem, such as a link to the person who has the number. */
  help?: ReactNode;
  warning?: FieldWarning | undefined;
  /** What was mended in what was typed. */
  changes?: readonly FieldChange[] | undefined;
  /** A quiet note under the control, e.g. 由证件号带出. */
  note?: ReactNode;
  /** The field's path in the contract, e.g. `identity.name`. */
  path?: string | undefined;
  /** Takes the whole row. */
  wide?: boolean | undefined;
  /** How many columns of the page's grid it takes. */
  span?: number | undefined;
  /** A group of choices rather than one control. */
  group?: boolean | undefined;
  children: (control: ControlProps) => ReactNode;
}

/** A label, its control, and beside it why it was refused, what was mended, or where the value came from. */
export function Field(props: FieldProps) {
  const { label, required, problem, warning, changes, note, path, wide, span, group, help, children } = props;
  const id = useId();
  const said = Boolean(problem || warning || changes?.length || note);
  const control: ControlProps = {
    id,
    status: problem ? 'error' : warning ? 'warning' : '',
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': said ? `${id}-said` : undefined,
    'aria-required': required || undefined,
    'aria-labelledby': group ? `${id}-label` : undefined,
  };
  const Label = group ? 'span' : 'label';
  return (
    <div
      className={wide ? 'field field-wide' : 'field'}
      style={span === undefined ? undefined : { gridColumn: `span ${span}` }}
      data-path={path}
      data-invalid={problem ? '' : undefined}
    >
      <Label
        id={`${id}-label`}
        htmlFor={group ? undefined : id}
        className="field-label"
        data-required={required ? '' : undefined}
      >
        {label}
      </Label>
      {children(control)}
      <div id={`${id}-said`} className="field-said" aria-live="polite">
        {problem ? <Problem code={problem} help={help} /> : <Notes warning={warning} changes={changes} note={note} />}
      </div>
    </div>
  );
}

function Problem({ code, help }: { code: string; help: ReactNode }) {
  const { t } = useTranslation('fieldCodes');
  return (
    <>
      <Typography.Text type="danger">{t(toFieldCode(code, zh.fieldCodes))}</Typography.Text> {help}
    </>
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
