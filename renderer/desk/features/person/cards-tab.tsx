import { Descriptions, Empty, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { CardButtons } from './card-buttons.tsx';
import { CardTag } from './card-tag.tsx';
import type { PersonCard } from './person-actions.ts';

/** A person's cards, newest first, each with what may be done with it. */
export function CardsTab({ view }: { view: PersonView }) {
  const { t } = useTranslation('person');
  if (view.cards.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('cards.none')} />;
  return view.cards.toReversed().map((card) => <OneCard key={card.number} view={view} card={card} />);
}

function OneCard({ view, card }: { view: PersonView; card: PersonCard }) {
  const { t } = useTranslation('person');
  const { named } = usePolicy();
  return (
    <div className="person-block">
      <Descriptions
        size="small"
        column={2}
        title={
          <Flex gap={8} align="center">
            <NumberText number={card.number} />
            <CardTag state={card.state} />
          </Flex>
        }
        items={[
          { key: 'tier', label: t('cards.tier'), children: named(card.tierName) },
          { key: 'name', label: t('cards.name'), children: card.name },
          { key: 'issuedOn', label: t('cards.issuedOn'), children: card.issuedOn },
          { key: 'validTo', label: t('cards.validTo'), children: card.validTo },
          ...useLifeItems(card),
        ]}
      />
      <CardButtons view={view} card={card} />
    </div>
  );
}

/** What has happened to it so far. */
function useLifeItems({ since, collected, replaces, replacedBy }: PersonCard) {
  const { t } = useTranslation(['person', 'cardLife']);
  const number = (text: string) => <NumberText number={text} />;
  return [
    ...(collected
      ? [
          {
            key: 'collected',
            label: t('cards.collected'),
            children: `${collected.on} ${collected.by.name}（${t(`cardLife:collector.roles.${collected.by.role}`)}）`,
          },
        ]
      : []),
    ...(since && since !== collected?.on ? [{ key: 'since', label: t('cards.since'), children: since }] : []),
    ...(replaces ? [{ key: 'replaces', label: t('cards.replaces'), children: number(replaces) }] : []),
    ...(replacedBy ? [{ key: 'replacedBy', label: t('cards.replacedBy'), children: number(replacedBy) }] : []),
  ];
}
