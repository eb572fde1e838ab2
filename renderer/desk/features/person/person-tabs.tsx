import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { CardsTab } from './cards-tab.tsx';
import { MattersTab } from './matters-tab.tsx';
import { PapersTab } from './papers-tab.tsx';
import { RecordTab } from './record-tab.tsx';

/** What a person has: recognitions, cards, papers, each with how many; and what was registered. */
export function PersonTabs({ view }: { view: PersonView }) {
  const { t } = useTranslation('person');
  const tabs = {
    matters: { count: view.recognitions.length, children: <MattersTab view={view} /> },
    cards: { count: view.cards.length, children: <CardsTab view={view} /> },
    papers: { count: view.papers.length, children: <PapersTab view={view} /> },
    record: { count: undefined, children: <RecordTab view={view} /> },
  };
  return (
    <Tabs
      className="person-tabs"
      size="small"
      items={(['matters', 'cards', 'papers', 'record'] as const).map((key) => ({
        key,
        label: [t(`tabs.${key}`), tabs[key].count].join(' '),
        children: tabs[key].children,
      }))}
    />
  );
}
