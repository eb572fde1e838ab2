import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackMatter } from '../../../../shared/domain/policy/pack-matter.ts';
import { useSession } from '../../app/session.ts';
import { usePolicy } from '../../app/use-policy.ts';

/** Everything that is told of a matter: how and within which time, conditions, materials, where, and whom to call. */
export function MatterFacts({ matter }: { matter: PackMatter }) {
  const { t } = useTranslation('consult');
  const { pack, said } = usePolicy();
  const { office } = useSession();
  const { name, article, kind, workingDays, conditions, materials, where, notes } = matter;
  const sheets = ({ originals, copies }: PackMatter['materials'][number]) => {
    const counted = [originals > 0 && t('originals', { originals }), copies > 0 && t('copies', { copies })].filter(Boolean);
    return counted.join(t('and')) || t('shown');
  };
  const phones = [office?.enquiryPhone, office?.supervisionPhone].filter(Boolean).join(' / ');
  return (
    <section className="consult-block matter-facts" aria-label={t('facts')}>
      <h2>
        {said(name)}{' '}
        {pack?.sample && (
          <Tag variant="outlined" title={t('sampleMeaning')}>
            {t('sample')}
          </Tag>
        )}
      </h2>
      <p className="consult-quiet">
        {t(`kind.${kind}`)}
        {workingDays && ` · ${t('days', { count: workingDays })}`} · {t('article', { article })}
      </p>
      <Part title={t('conditions')} words={conditions.map(said)} />
      <Part title={t('materials')} words={materials.map((one) => `${said(one.name)}${t('colon')}${sheets(one)}`)} />
      <Part title={t('notes')} words={notes.map(said)} />
      <p className="consult-quiet">
        {t('where', { where: where ? said(where) : office?.address || t('counter') })}
        {phones && ` · ${t('phones', { phones })}`}
      </p>
    </section>
  );
}

function Part({ title, words }: { title: string; words: readonly string[] }): ReactNode {
  if (words.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </>
  );
}
