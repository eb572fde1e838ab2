import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CardState } from '../../../../shared/domain/card/card-life.ts';

/** Amber for what waits, green for what is done, red for what must not be used; what is over has no colour. */
const colours: Record<CardState, 'warning' | 'success' | 'error' | 'default'> = {
  'to-make': 'warning',
  made: 'warning',
  awaiting: 'warning',
  collected: 'success',
  lost: 'error',
  suspended: 'error',
  replaced: 'default',
  cancelled: 'default',
  revoked: 'error',
  lapsed: 'default',
  returned: 'default',
  destroyed: 'default',
};

/** A card's state in a word. `whole`: standing alone, so that it says that it speaks of the card. */
export function CardTag({ state, whole = false }: { state: CardState | 'none'; whole?: boolean }) {
  const { t } = useTranslation(['person', 'cardLife']);
  if (state === 'none') return <Tag>{t('card.none')}</Tag>;
  const word = t(`cardLife:state.${state}`);
  return <Tag color={colours[state]}>{whole ? t('card.is', { state: word }) : word}</Tag>;
}
