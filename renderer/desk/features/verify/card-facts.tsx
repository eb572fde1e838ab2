import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Verification } from '../../../../shared/contract/card-calls.ts';
import { usePolicy } from '../../app/use-policy.ts';

/** Whose card it is and how long it holds, as far as a card that is ours says so; nothing where its content can't be trusted. */
export function CardFacts({ result }: { result: Verification }) {
  const { t } = useTranslation('verify');
  const { named } = usePolicy();
  if (!('number' in result)) return null;
  const personId = 'personId' in result ? result.personId : undefined;
  return (
    <>
      <dl className="check-facts">
        <Fact label={t('name')} value={<span className="check-name">{result.name}</span>} />
        {'tier' in result && <Fact label={t('tier')} value={named(result.tier)} />}
        <Fact label={t(`number.${result.paper}`)} value={<span className="number">{result.number}</span>} />
        {'validTo' in result && <Fact label={t('validTo')} value={result.validTo} />}
        {'since' in result && <Fact label={t('since')} value={result.since} />}
        {'validFrom' in result && <Fact label={t('validFrom')} value={result.validFrom} />}
      </dl>
      {personId && (
        <Link to="/person/$personId" params={{ personId }}>
          {t('openPerson')}
        </Link>
      )}
    </>
  );
}

function Fact({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
