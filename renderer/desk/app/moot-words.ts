import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../../shared/contract/approval-calls.ts';
import { cardState } from '../../../shared/domain/card/card-life.ts';
import { recognitionStatus } from '../../../shared/domain/matter/recognition.ts';

/** Why a request can't be done any more, in words; undefined for one that can. */
export function useMootWords(): (approval: Pick<ApprovalView, 'moot'>) => string | undefined {
  const { t } = useTranslation(['approvals', 'person', 'cardLife']);
  const word = (status: string) => {
    const card = cardState.safeParse(status);
    if (card.success) return t(`cardLife:state.${card.data}`);
    const matter = recognitionStatus.safeParse(status);
    return matter.success ? t(`person:matters.statuses.${matter.data}`) : status;
  };
  return ({ moot }) => moot && t(`moot.${moot.code}`, { status: moot.status ? word(moot.status) : '' });
}
