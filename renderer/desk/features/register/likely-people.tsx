import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { OpenPerson } from './open-person.tsx';
import type { LikelyPerson } from './use-likely.ts';
import { useThisRegistration } from './use-registration.ts';

/** Who this may already be, each with the reason. The same number stops the registration. */
export function LikelyPeople() {
  const { t } = useTranslation('register');
  const { likely, taken } = useThisRegistration();
  const none = likely.asked ? likely.people && t('likely.none') : t('likely.waiting');
  return (
    <Card size="small" title={<h2>{t('likely.title')}</h2>} className={taken ? 'side-card side-card-danger' : 'side-card'}>
      <div aria-live="polite">
        <RefusalWords error={likely.error} />
        {taken && <p className="likely-exact">{t('likely.exact')}</p>}
        {!taken && !likely.people?.length && <p className="quiet">{none}</p>}
        <ul className="likely">
          {likely.people?.map((person) => (
            <Line key={person.personId} person={person} />
          ))}
        </ul>
      </div>
    </Card>
  );
}

function Line({ person }: { person: LikelyPerson }) {
  const { t } = useTranslation('register');
  return (
    <li>
      <div className="likely-who">
        <span className="name">{person.name}</span> <span className="number">{person.maskedIdNumber}</span>
      </div>
      <div>{person.employer}</div>
      <div className="likely-who">
        <b>{t(`likely.why.${person.why}`)}</b> <OpenPerson personId={person.personId} />
      </div>
    </li>
  );
}
