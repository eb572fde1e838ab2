import { Button, Checkbox, Input } from 'antd';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceItem } from '../../../../shared/domain/evidence/evidence-item.ts';
import type { Material } from '../../../../shared/domain/policy/pack.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';
import { putScan } from './put-scan.ts';
import { emptyRow, type MaterialRow } from './receive-form.ts';

export interface MaterialTableProps {
  asked: readonly Material[];
  rows: Readonly<Record<string, MaterialRow>>;
  /** What the person's record has already. */
  onRecord: readonly EvidenceItem[];
  onChange(code: string, row: MaterialRow): void;
}

/** What tier and route ask for, a row each: how many sheets lie here, whether the original was seen, and what follows later. */
export function MaterialTable({ asked, rows, onRecord, onChange }: MaterialTableProps) {
  const { t } = useTranslation('application');
  if (asked.length === 0) return <p className="recognise-quiet">{t('materialsNone')}</p>;
  return (
    <table className="material-table">
      <thead>
        <tr>
          {(['name', 'asked', 'originals', 'copies', 'seen', 'expiresOn', 'scan', 'later'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`material.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {asked.map((material) => (
          <Row
            key={material.code}
            material={material}
            row={rows[material.code] ?? emptyRow}
            known={onRecord.find(({ kind }) => kind === material.code)}
            onChange={(row) => onChange(material.code, row)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  material: Material;
  row: MaterialRow;
  known: EvidenceItem | undefined;
  onChange(row: MaterialRow): void;
}

function Row({ material, row, known, onChange }: RowProps) {
  const { t } = useTranslation('application');
  const { said } = usePolicy();
  const name = said(material);
  const label = (field: 'originals' | 'copies' | 'seen' | 'later' | 'expiresOn') =>
    t('material.of', { field: t(`material.${field}`), name });
  const count = (field: 'originals' | 'copies') => (
    <td>
      <Input
        aria-label={label(field)}
        className="material-count"
        inputMode="numeric"
        maxLength={2}
        disabled={row.later}
        placeholder={material[field] === undefined ? '' : String(material[field])}
        value={row[field]}
        onChange={(event) => onChange({ ...row, [field]: event.target.value.replace(/\D/g, '') })}
      />
    </td>
  );
  const tick = (field: 'seen' | 'later') => (
    <td>
      <Checkbox
        aria-label={label(field)}
        checked={row[field]}
        disabled={field === 'seen' && row.later}
        onChange={(event) => onChange({ ...row, [field]: event.target.checked })}
      />
    </td>
  );
  return (
    <tr data-material={material.code}>
      <th scope="row">
        {name}
        {known && <UseKnown known={known} name={name} row={row} onChange={onChange} />}
      </th>
      <td>{t(material.required ? 'material.required' : 'material.ifAny')}</td>
      {count('originals')}
      {count('copies')}
      {tick('seen')}
      <td>
        <Input
          aria-label={label('expiresOn')}
          placeholder="YYYY-MM-DD"
          maxLength={20}
          disabled={row.later}
          value={row.expiresOn}
          onChange={(event) => onChange({ ...row, expiresOn: event.target.value })}
        />
      </td>
      <td>
        <Scan name={name} row={row} onChange={onChange} />
      </td>
      {tick('later')}
    </tr>
  );
}

function UseKnown({
  known,
  name,
  row,
  onChange,
}: {
  known: EvidenceItem;
  name: string;
  row: MaterialRow;
  onChange(row: MaterialRow): void;
}) {
  const { t } = useTranslation('application');
  const use = () =>
    onChange({
      ...row,
      later: false,
      originals: String(known.originals || ''),
      copies: String(known.copies || ''),
      expiresOn: known.expiresOn ?? '',
      ...(known.file && { file: known.file }),
    });
  return (
    <Button type="link" size="small" onClick={use} aria-label={t('material.of', { field: t('material.onRecord'), name })}>
      {t('material.onRecord')}
    </Button>
  );
}

function Scan({ name, row, onChange }: { name: string; row: MaterialRow; onChange(row: MaterialRow): void }) {
  const { t } = useTranslation('application');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(row);
  latest.current = row;
  const store = useAct({ mutationFn: putScan, onSuccess: (file) => onChange({ ...latest.current, file }), gcTime: 0 });
  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        {t('material.of', { field: t('material.scan'), name })}
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".pdf,.jpg,.jpeg,.png"
        className="scan-input visually-hidden"
        disabled={row.later}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) store.begin(file);
          event.target.value = '';
        }}
      />
      <Button
        size="small"
        tabIndex={-1}
        aria-hidden="true"
        loading={store.pending}
        disabled={row.later}
        onClick={() => input.current?.click()}
      >
        {row.file?.name ?? t('material.addScan')}
      </Button>
      <RefusalWords error={store.error} />
    </>
  );
}
