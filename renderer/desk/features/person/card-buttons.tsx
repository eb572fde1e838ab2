import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { type CardAct, secondPersonActs } from '../../../../shared/domain/card/card-life.ts';
import { cardSides } from '../../../../shared/domain/paper/printed-paper.ts';
import { actWord, isAsking, type PlainAct, useCardDesk } from '../../app/card-desk.ts';
import { desk } from '../../app/desk-client.ts';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { useMay } from '../../app/use-may.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';
import { cardActs } from './card-acts.ts';
import { cardInHand } from './card-in-hand.ts';
import type { PersonCard } from './person-actions.ts';

/** What may be done with one card: the next step stands out, rare acts are behind a menu, what isn't allowed is absent. */
export function CardButtons({ view, card }: { view: PersonView; card: PersonCard }) {
  const { t } = useTranslation('cardLife');
  const { begin, pending, error } = useCardActs(view, card);
  const { next, usual, rare } = cardActs(card, { change: useMay('card.issue'), print: useMay('paper.print') });
  const word = (act: CardAct) => t(`act.${actWord(act, card.state)}`);
  return (
    <div className="card-acts">
      <Flex gap={8} wrap>
        {next && (
          <Button
            size="small"
            color={secondPersonActs.includes(next) ? 'danger' : 'primary'}
            variant="outlined"
            loading={pending === next}
            onClick={() => begin(next)}
          >
            {word(next)}
          </Button>
        )}
        {usual.map((act) => (
          <Button key={act} size="small" loading={pending === act} onClick={() => begin(act)}>
            {word(act)}
          </Button>
        ))}
        {rare.length > 0 && (
          <Dropdown
            trigger={['click']}
            autoFocus
            // Within the page's own work, where whoever goes by landmarks finds it.
            getPopupContainer={(button) => button.closest<HTMLElement>('main') ?? document.body}
            menu={{
              items: rare.map((act) => ({ key: act, label: word(act), danger: secondPersonActs.includes(act) })),
              onClick: ({ key }) => begin(key as CardAct),
            }}
          >
            <Button size="small">
              {t('more')} <DownOutlined aria-hidden="true" />
            </Button>
          </Dropdown>
        )}
      </Flex>
      <RefusalWords error={error} />
    </div>
  );
}

function useCardActs(view: PersonView, card: PersonCard) {
  const cardDesk = useCardDesk();
  const paperDesk = usePaperDesk();
  const plain = useAct({ mutationFn: (act: PlainAct) => desk.cards.change({ cardNumber: card.number, act }) });
  const begin = (act: CardAct) => {
    if (act === 'print') paperDesk.open({ personId: view.id, subjects: cardSides(card.number) });
    else if (isAsking(act)) cardDesk.begin({ act, card: cardInHand(view, card) });
    else plain.begin(act);
  };
  return { begin, pending: plain.pending ? plain.input : undefined, error: plain.error };
}
