import { useMemo, useState } from 'react';
import type { AuditFilter } from '../../../../shared/domain/audit/audit-filter.ts';
import { isPlainDate, toPlainDate } from '../../../../shared/domain/plain-date.ts';

/** The filter as it is being chosen; a date that isn't one yet narrows nothing. */
export interface AuditChoice extends Pick<AuditFilter, 'personId' | 'staffId' | 'kind'> {
  readonly from: string;
  readonly to: string;
}

/** What main is asked by a choice. */
export function filterOf({ personId, staffId, kind, from, to }: AuditChoice): AuditFilter {
  return {
    ...(personId && { personId }),
    ...(staffId && { staffId }),
    ...(kind && { kind }),
    ...(isPlainDate(from) && { from: toPlainDate(from) }),
    ...(isPlainDate(to) && { to: toPlainDate(to) }),
  };
}

export function useAuditFilter() {
  const [choice, setChoice] = useState<AuditChoice>({ from: '', to: '' });
  const filter = useMemo(() => filterOf(choice), [choice]);
  return { choice, filter, change: (part: Partial<AuditChoice>) => setChoice((before) => ({ ...before, ...part })) };
}
