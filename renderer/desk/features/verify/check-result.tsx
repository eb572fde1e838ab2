import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Tag } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Verification } from '../../../../shared/contract/card-calls.ts';
import { shortMoment } from '../../ui/moments.ts';
import { CardFacts } from './card-facts.tsx';
import { type Tone, toneOf } from './recent-checks.ts';
import { meaningOf, nextOf, wordOf } from './result-words.ts';

/** Each tone has its own shape as well as its colour. */
export const toneIcon: Record<Tone, typeof CheckCircleFilled> = {
  good: CheckCircleFilled,
  waiting: ExclamationCircleFilled,
  refused: CloseCircleFilled,
};

/** The answer in large: the word, the reason, whose card it is, how fresh our knowledge is, and what to do. */
export function CheckResult({ result }: { result: Verification }) {
  const { t } = useTranslation('verify');
  const tone = toneOf[result.result];
  const Icon = toneIcon[tone];
  return (
    <section className="check" data-tone={tone} aria-label={wordOf(result, t)}>
      <h2 className="check-word">
        <Icon aria-hidden="true" /> {wordOf(result, t)}
        {result.result === 'valid' && result.trial && <Tag color="warning">{t('trial')}</Tag>}
      </h2>
      <p>{meaningOf(result, t)}</p>
      <CardFacts result={result} />
      {result.result === 'valid' && (
        <p>
          {t(result.personId ? 'record.here' : 'record.elsewhere')} {listsAge(result.listsAsOf, t)}
        </p>
      )}
      <p className="check-next">{nextOf(result, t)}</p>
    </section>
  );
}

function listsAge(asOf: string | null, t: TFunction<'verify'>): string {
  return asOf === null ? t('noLists') : t('listsAsOf', { at: shortMoment(asOf, Date.now()) });
}
