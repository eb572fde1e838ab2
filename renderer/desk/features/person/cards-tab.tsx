import { Button, Descriptions, Empty, Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/desk.ts';
import { cardSides } from '../../../../shared/domain/paper/printed-paper.ts';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { useMay } from '../../app/use-may.ts';
import { usePolicy } from '../../app/use-policy.ts';

/** A person's cards, newest first. */
export function CardsTab({ view }: { view: PersonView }) {
  const { t } = useTranslation('person');
  if (view.cards.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('cards.none')} />;
  return view.cards.toReversed().map((card) => <OneCard key={card.number} view={view} card={card} />);
}

function OneCard({ view, card }: { view: PersonView; card: PersonView['cards'][number] }) {
  const { t } = useTranslation('person');
  const { named } = usePolicy();
  const paperDesk = usePaperDesk();
  const mayPrint = useMay('paper.print');
  return (
    <Descriptions
      size="small"
      column={2}
      className="person-block"
      title={
        <Flex gap={8} align="center">
          <span className="number">{card.number}</span>
          <Tag color={card.state === 'made' ? 'success' : 'warning'}>{t(`card.${card.state}`)}</Tag>
        </Flex>
      }
      extra={
        mayPrint &&
        card.actions.includes('print') && (
          <Button size="small" onClick={() => paperDesk.open({ personId: view.id, subjects: cardSides(card.number) })}>
            {t('cards.print')}
          </Button>
        )
      }
      items={[
        { key: 'tier', label: t('cards.tier'), children: named(card.tierName) },
        { key: 'name', label: t('cards.name'), children: card.name },
        { key: 'issuedOn', label: t('cards.issuedOn'), children: card.issuedOn },
        { key: 'validTo', label: t('cards.validTo'), children: card.validTo },
      ]}
    />
  );
}
