import { useTranslation } from 'react-i18next';
import { clockTime } from '../../ui/moments.ts';
import { toneIcon } from './check-result.tsx';
import { type Check, toneOf } from './recent-checks.ts';
import { wordOf } from './result-words.ts';

/** The last checks, newest first; in memory only. */
export function RecentList({ checks }: { checks: readonly Check[] }) {
  const { t } = useTranslation('verify');
  if (checks.length === 0) return null;
  return (
    <section aria-label={t('recent')}>
      <h2 className="recent-title">{t('recent')}</h2>
      <ol className="recent">
        {checks.map(({ id, at, result }) => {
          const tone = toneOf[result.result];
          const Icon = toneIcon[tone];
          return (
            <li key={id}>
              <time dateTime={at.toISOString()}>{clockTime(at.toISOString())}</time>
              <span className="recent-word" data-tone={tone}>
                <Icon aria-hidden="true" /> {wordOf(result, t)}
              </span>
              <span className="name">{'name' in result ? result.name : ''}</span>
              <span className="number">{'number' in result ? result.number : ''}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
