import { Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { maskIdNumber, phoneTail } from '../../../../shared/domain/talent/masking.ts';
import { keys } from '../../app/keys.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { OpenPerson } from './open-person.tsx';
import type { Fields } from './registration-fields.ts';
import type { LikelyPerson } from './use-likely.ts';
import { useThisRegistration } from './use-registration.ts';
import './likely-people.css';

/** Who this may already be, side by side with what was typed, and what the clerk decides. The same number stops the registration. */
export function LikelyPeople() {
  const { t } = useTranslation('register');
  const { likely, taken, alike } = useThisRegistration();
  const none = likely.asked ? likely.people && t('likely.none') : t('likely.waiting');
  const waiting = alike.waiting.length > 0;
  return (
    <Card
      size="small"
      title={<h2>{t('likely.title')}</h2>}
      className={taken || waiting ? 'side-card side-card-danger' : 'side-card'}
    >
      <div aria-live="polite">
        <RefusalWords error={likely.error} />
        {taken && <p className="likely-exact">{t('likely.exact')}</p>}
        {!taken && waiting && <p className="likely-exact">{t('likely.undecided', { count: alike.waiting.length })}</p>}
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
  const { alike } = useThisRegistration();
  if (alike.isTold(person) && person.why !== 'id-number')
    return (
      <li className="likely-told">
        <span className="name">{person.name}</span> <span className="quiet">{t('likely.told')}</span>
        <Button size="small" type="text" onClick={() => alike.tell(person, false)}>
          {t('likely.undo')}
        </Button>
      </li>
    );
  return (
    <li>
      <b>{t(`likely.why.${person.why}`)}</b>
      <SideBySide person={person} />
      <div className="likely-who">
        <OpenPerson personId={person.personId} />
        {person.why !== 'id-number' && <DifferentButton person={person} />}
      </div>
    </li>
  );
}

function DifferentButton({ person }: { person: LikelyPerson }) {
  const { t } = useTranslation('register');
  const { alike } = useThisRegistration();
  const first = alike.waiting[0]?.personId === person.personId;
  return (
    <Button size="small" data-decides={first ? '' : undefined} onClick={() => alike.tell(person, true)}>
      {t('likely.different')} {first && <kbd>{keys.different}</kbd>}
    </Button>
  );
}

const rows = ['name', 'birthDate', 'idNumber', 'employer', 'phone', 'registeredOn', 'card'] as const;

/** Field by field: what was typed, and what the record has. What differs is marked by more than its colour. */
function SideBySide({ person }: { person: LikelyPerson }) {
  const { t } = useTranslation('register');
  const { form } = useThisRegistration();
  const here = typed(form.fields);
  const there = known(person);
  return (
    <table className="side-by-side">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('likely.here')}</th>
          <th scope="col">{person.name}</th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter((row) => there[row] !== '')
          .map((row) => (
            <tr key={row} data-same={here[row] === '' || here[row] === undefined ? undefined : here[row] === there[row]}>
              <th scope="row">{t(`likely.row.${row}`)}</th>
              <td>{here[row] ?? ''}</td>
              <td>{there[row]}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

type SideTexts = Partial<Record<(typeof rows)[number], string>>;

function typed(fields: Fields): SideTexts {
  return {
    name: fields['identity.name'],
    birthDate: fields['identity.birthDate'],
    idNumber: maskIdNumber(fields['document.number']),
    employer: fields['employment.employerName'],
    phone: phoneTail(fields['contact.phone']),
  };
}

function known(person: LikelyPerson): Record<(typeof rows)[number], string> {
  const { name, birthDate, maskedIdNumber, employer, phoneTail: phone, registeredOn, cardNumber, tier } = person;
  const card = [cardNumber, tier].filter((text) => text).join(' · ');
  return { name, birthDate, idNumber: maskedIdNumber, employer, phone, registeredOn, card };
}
