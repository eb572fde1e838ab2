import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EntryKind, entryFacts } from '../../../../shared/domain/entry.ts';
import type { PersonId, StaffId } from '../../../../shared/domain/ids.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Field } from '../../ui/field.tsx';
import type { AuditChoice } from './use-audit-filter.ts';

export interface AuditFiltersProps {
  choice: AuditChoice;
  onChange(part: Partial<AuditChoice>): void;
}

const kinds = Object.keys(entryFacts) as EntryKind[];

/** By person, staff, kind and day. */
export function AuditFilters({ choice, onChange }: AuditFiltersProps) {
  const { t } = useTranslation(['audit', 'person']);
  const { data: staff } = useQuery(deskQuery.audit.staff.queryOptions());
  const members = (staff ?? []).map(({ id, number, name }) => ({ value: id as string, label: `${name} ${number}` }));
  const empty = !choice.personId && !choice.staffId && !choice.kind && choice.from === '' && choice.to === '';
  return (
    <search className="audit-filters" aria-label={t('filter.label')}>
      <PersonFilter choice={choice} onChange={onChange} />
      <Field label={t('filter.staff')}>
        {({ id }) => (
          <Select
            id={id}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('filter.anybody')}
            value={choice.staffId ?? null}
            onChange={(value) => onChange({ staffId: (value ?? undefined) as StaffId | undefined })}
            options={members}
          />
        )}
      </Field>
      <Field label={t('filter.kind')}>
        {({ id }) => (
          <Select
            id={id}
            allowClear
            // The shortest first: who types 登记 and presses Enter means that, not 登记窗口.
            showSearch={{ optionFilterProp: 'label', filterSort: (a, b) => a.label.length - b.label.length }}
            placeholder={t('filter.anything')}
            value={choice.kind ?? null}
            onChange={(value) => onChange({ kind: value ?? undefined })}
            options={kinds.map((kind) => ({ value: kind as string, label: t(`person:history.${kind}`) }))}
          />
        )}
      </Field>
      <DateField label={t('filter.from')} value={choice.from} onChange={(from) => onChange({ from })} />
      <DateField label={t('filter.to')} value={choice.to} onChange={(to) => onChange({ to })} />
      <Button
        className="audit-all"
        disabled={empty}
        onClick={() => onChange({ personId: undefined, staffId: undefined, kind: undefined, from: '', to: '' })}
      >
        {t('filter.clear')}
      </Button>
    </search>
  );
}

/** A person by what the search box takes: name, its sound, part of a number. */
function PersonFilter({ choice, onChange }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const [text, setText] = useState('');
  const input = { text: text.trim().slice(0, 60), limit: 8 };
  const { data: hits = [] } = useQuery({
    ...deskQuery.talents.search.queryOptions({ input }),
    enabled: input.text !== '',
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
  return (
    <Field label={t('filter.person')}>
      {({ id }) => (
        <Select
          id={id}
          allowClear
          showSearch={{ filterOption: false, onSearch: setText }}
          placeholder={t('filter.personHint')}
          notFoundContent={input.text === '' ? t('filter.personHint') : t('filter.nobody')}
          value={choice.personId ?? null}
          onChange={(value) => onChange({ personId: (value ?? undefined) as PersonId | undefined })}
          options={hits.map(({ personId, name, maskedIdNumber }) => ({
            value: personId as string,
            label: `${name} ${maskedIdNumber}`,
          }))}
        />
      )}
    </Field>
  );
}
