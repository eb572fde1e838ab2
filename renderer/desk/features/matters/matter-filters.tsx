import { useQuery } from '@tanstack/react-query';
import { Flex, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StaffId } from '../../../../shared/domain/ids.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { sinces } from './since.ts';
import type { MatterChoice } from './use-matter-view.ts';

export interface MatterFiltersProps {
  choice: MatterChoice;
  onChange(part: Partial<MatterChoice>): void;
}

const anybody = 'anybody';

/** Whose, in which state, since when. */
export function MatterFilters({ choice, onChange }: MatterFiltersProps) {
  const { t } = useTranslation('matters');
  const { data: colleagues } = useQuery(deskQuery.matters.colleagues.queryOptions());
  const handlers = (colleagues ?? []).map(({ id, name }) => ({ value: id as string, label: name }));
  return (
    <Flex gap={12} align="center" wrap>
      <Segmented
        aria-label={t('whose.label')}
        value={choice.whose}
        onChange={(whose) => onChange({ whose, handlerId: undefined })}
        options={(['mine', 'all'] as const).map((value) => ({ value, label: t(`whose.${value}`) }))}
      />
      <Segmented
        aria-label={t('which.label')}
        value={choice.which}
        onChange={(which) => onChange({ which })}
        options={(['open', 'done', 'all'] as const).map((value) => ({ value, label: t(`which.${value}`) }))}
      />
      <Select
        aria-label={t('since.label')}
        className="matter-filter"
        value={choice.since}
        onChange={(since) => onChange({ since })}
        options={sinces.map((value) => ({ value, label: t(`since.${value}`) }))}
      />
      {choice.whose === 'all' && (
        <Select
          aria-label={t('handler')}
          className="matter-filter"
          value={choice.handlerId ?? anybody}
          onChange={(id) => onChange({ handlerId: id === anybody ? undefined : (id as StaffId) })}
          options={[{ value: anybody, label: t('anybody') }, ...handlers]}
        />
      )}
    </Flex>
  );
}
