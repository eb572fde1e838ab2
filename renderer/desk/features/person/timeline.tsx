import { useQuery } from '@tanstack/react-query';
import { Empty, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HistoryItem } from '../../../../shared/contract/talent-calls.ts';
import { collector, replacementReason } from '../../../../shared/domain/card/card.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { isOldNumber, shownNumber } from '../../../../shared/domain/old-number.ts';
import { paperKind } from '../../../../shared/domain/paper/printed-paper.ts';
import { isAskedWord } from '../../app/asked-word.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { useSession } from '../../app/session.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { shortMoment } from '../../ui/moments.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useNow } from '../../ui/use-now.ts';
import { type DetailName, keepingOf, knownKind, lineDetails } from './history-line.ts';

/** Everything that the journal has about a person, newest first: what, when, who, where, and whether it was uploaded. */
export function Timeline({ personId }: { personId: PersonId }) {
  const { t } = useTranslation('person');
  const { data: items, error } = useQuery(deskQuery.talents.history.queryOptions({ input: { personId } }));
  return (
    // It scrolls by itself, and so must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus to be scrolled
    <section className="person-timeline" aria-label={t('timeline.title')} tabIndex={0}>
      <h2 className="person-heading">{t('timeline.title')}</h2>
      <RefusalWords error={error} />
      {items?.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('timeline.none')} />}
      <ol className="timeline">
        {items?.map((item) => (
          <Line key={item.entryId} item={item} />
        ))}
      </ol>
    </section>
  );
}

function Line({ item }: { item: HistoryItem }) {
  const { t } = useTranslation('person');
  const now = useNow(60_000);
  const kind = knownKind(item.kind);
  const { trial } = useSession();
  const keeping = keepingOf(item);
  return (
    <li>
      <time dateTime={item.at}>{shortMoment(item.at, now)}</time>
      <div>
        <strong>{kind ? t(`history.${kind}`) : t('history.other', { kind: item.kind })}</strong>
        <Details item={item} />
        <div className="timeline-who">
          <Typography.Text type="secondary">
            {item.staffName && `${item.staffName} · `}
            {item.event === null ? t('timeline.counter') : t('timeline.event', { event: item.event })}
          </Typography.Text>
          {/* 试用 is never uploaded, which its mark above says once for all. */}
          {!trial && <span data-keeping={keeping}>{t(`timeline.${keeping}`)}</span>}
        </div>
      </div>
    </li>
  );
}

function Details({ item }: { item: HistoryItem }) {
  const { t } = useTranslation('person');
  const say = useDetailWords();
  const details = lineDetails(item);
  if (details.length === 0) return null;
  return (
    <dl className="timeline-details">
      {details.map(({ name, value }) => (
        <div key={name} className="fact">
          <dt>{t(`detail.${name}`)}</dt>
          <dd>{say(name, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A detail's value in words, where it is a code or an official name. */
function useDetailWords(): (name: DetailName, value: string) => string {
  const { t } = useTranslation(['person', 'papers', 'cardLife', 'approvals', 'takeOver']);
  const { named } = usePolicy();
  return (name, value) => {
    if (name === 'asked' && isAskedWord(value)) return t(`approvals:asked.${value}`);
    if (isOldNumber(value)) return `${shownNumber(value)} ${t('takeOver:oldCard')}`;
    if (name === 'team' || name === 'tier') return named(value);
    if (name === 'way' && (value === 'direct' || value === 'approval' || value === 'taken-over')) return t(`way.${value}`);
    const role = collector.shape.role.safeParse(value);
    if (name === 'collectorRole' && role.success) return t(`cardLife:collector.roles.${role.data}`);
    const replacement = replacementReason.safeParse(value);
    if (name === 'replacement' && replacement.success) return t(`cardLife:replacement.${replacement.data}`);
    const paper = paperKind.safeParse(value);
    return name === 'paperKind' && paper.success ? t(`papers:kind.${paper.data}`) : value;
  };
}
