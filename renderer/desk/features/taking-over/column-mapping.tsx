import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type LedgerField, ledgerField } from '../../../../shared/domain/taking-over/ledger-columns.ts';
import { LedgerStep, type MappingProps } from './ledger-step.tsx';

const none = -1;

/** Which column says what: one short field each, those that are needed first. */
export function ColumnMapping({ ledger, disabled, open }: MappingProps) {
  const { t } = useTranslation('takeOver');
  const { file, plan, missing } = ledger;
  const header = plan && file?.sheets[plan.sheet]?.header;
  if (!plan || !header) return null;
  const options = [
    { value: none, label: t('columns.none') },
    ...header.map((name, column) => ({ value: column, label: `${columnLetters(column)} ${name}` })),
  ];
  return (
    <LedgerStep title={t('columns.title')} open={open}>
      <p className="ledger-hint">{t('columns.hint')}</p>
      <div className="ledger-columns">
        {ledgerField.options.map((field) => (
          <OneColumn
            key={field}
            field={field}
            missing={missing.includes(field)}
            options={options}
            value={plan.columns[field] ?? none}
            disabled={disabled}
            onChange={(column) => ledger.setColumn(field, column === none ? undefined : column)}
          />
        ))}
      </div>
      {missing.length > 0 && (
        <p role="alert" className="ledger-missing">
          {t('columns.missing', { fields: missing.map((field) => t(`field.${field}`)).join(t('comma')) })}
        </p>
      )}
    </LedgerStep>
  );
}

interface OneColumnProps {
  field: LedgerField;
  missing: boolean;
  options: { value: number; label: string }[];
  value: number;
  disabled: boolean;
  onChange(column: number): void;
}

function OneColumn({ field, missing, options, value, disabled, onChange }: OneColumnProps) {
  const { t } = useTranslation('takeOver');
  const id = useId();
  return (
    <div className="ledger-column">
      <label htmlFor={id}>{t(`field.${field}`)}</label>
      <Select
        id={id}
        size="small"
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        value={value}
        disabled={disabled}
        {...(missing && { status: 'error' })}
        onChange={onChange}
      />
    </div>
  );
}

/** A column as spreadsheets call it: A, B … Z, AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
