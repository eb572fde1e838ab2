import { useTranslation } from 'react-i18next';
import { collector, replacementReason } from '../../../shared/domain/card/card.ts';
import { numberSeries } from '../../../shared/domain/counter/counter.ts';
import { isOldNumber, shownNumber } from '../../../shared/domain/old-number.ts';
import { paperKind } from '../../../shared/domain/paper/printed-paper.ts';
import { requestKind } from '../../../shared/domain/request/request.ts';
import { type CorrectedField, correctedField } from '../../../shared/domain/talent/correction.ts';
import { isAskedWord } from './asked-word.ts';
import type { DetailName } from './history-line.ts';
import { usePolicy } from './use-policy.ts';

/** A detail's value in words, where it is a code or an official name. */
export function useDetailWords(): (name: DetailName, value: string) => string {
  const { t } = useTranslation(['person', 'papers', 'cardLife', 'approvals', 'takeOver', 'requests', 'status']);
  const { named } = usePolicy();
  return (name, value) => {
    if (name === 'asked' && isAskedWord(value)) return t(`approvals:asked.${value}`);
    if (isOldNumber(value)) return `${shownNumber(value)} ${t('takeOver:oldCard')}`;
    if (name === 'corrected') return correctedWords(value, (field) => t(`requests:field.${field}`));
    const asked = requestKind.safeParse(value);
    if (name === 'request' && asked.success) return t(`requests:kind.${asked.data}`);
    if (name === 'decision' && (value === 'granted' || value === 'refused')) return t(`decision.${value}`);
    if (name === 'scan') return t('onScan');
    if (name === 'team' || name === 'tier') return named(value);
    if (name === 'way' && (value === 'direct' || value === 'approval' || value === 'taken-over')) return t(`way.${value}`);
    const role = collector.shape.role.safeParse(value);
    if (name === 'collectorRole' && role.success) return t(`cardLife:collector.roles.${role.data}`);
    const replacement = replacementReason.safeParse(value);
    if (name === 'replacement' && replacement.success) return t(`cardLife:replacement.${replacement.data}`);
    const series = numberSeries.safeParse(value);
    if (name === 'series' && series.success) return t(`status:series.${series.data}`);
    const paper = paperKind.safeParse(value);
    return name === 'paperKind' && paper.success ? t(`papers:kind.${paper.data}`) : value;
  };
}

/** Fields by their names; what they were and are is in the record itself, and numbers stay covered. */
function correctedWords(fields: string, nameOf: (field: CorrectedField) => string): string {
  return fields
    .split(' ')
    .map((field) => correctedField.safeParse(field))
    .flatMap((known) => (known.success ? [nameOf(known.data)] : []))
    .join('、');
}
