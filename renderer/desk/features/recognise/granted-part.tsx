import { CheckCircleFilled } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/desk.ts';
import { findLiveCard } from '../../../../shared/domain/matter/standing.ts';
import { cardSides } from '../../../../shared/domain/paper/printed-paper.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { type KeyName, keys, useKey } from '../../app/keys.ts';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { useIssueCard } from '../../app/use-issue-card.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import type { Matter } from './stage.ts';
import { SampleMark } from './tier-facts.tsx';

export interface GrantedPartProps {
  view: PersonView;
  matter: Matter;
  today: PlainDate;
}

/** Recognised: the certificate's number, and the papers that come next, each one key away. */
export function GrantedPart({ view, matter, today }: GrantedPartProps) {
  const { t } = useTranslation('recognise');
  const { named, pack } = usePolicy();
  const navigate = useNavigate();
  const paperDesk = usePaperDesk();
  const issue = useIssueCard();
  const card = findLiveCard(view.cards, today);
  const open = (subjects: Parameters<typeof paperDesk.open>[0]['subjects']) => paperDesk.open({ personId: view.id, subjects });
  useKey('accept', () => void navigate({ to: '/person/$personId', params: { personId: view.id } }));
  return (
    <section className="recognise-block granted" aria-label={t('granted.title')}>
      <h2 className="granted-title">
        <CheckCircleFilled aria-hidden="true" /> {t('granted.title')} {pack?.sample && <SampleMark />}
      </h2>
      <dl>
        <dt>{t('granted.tier')}</dt>
        <dd>
          {named(matter.teamName)} · {named(matter.tierName)}
        </dd>
        <dt>{t('granted.certificate')}</dt>
        <dd className="number">{matter.grant?.certificateNumber}</dd>
        <dt>{t('granted.validTo')}</dt>
        <dd>{matter.grant?.validTo}</dd>
        {card && (
          <>
            <dt>{t('granted.card')}</dt>
            <dd className="number">{card.number}</dd>
          </>
        )}
      </dl>
      <div className="granted-next">
        <NextButton
          keyName="printCertificate"
          words={t('granted.printCertificate')}
          first
          onPress={() => open([{ kind: 'recognition-certificate', matterId: matter.id }])}
        />
        {card ? (
          <NextButton keyName="printCard" words={t('granted.printCard')} onPress={() => open(cardSides(card.number))} />
        ) : (
          <NextButton
            keyName="issueCard"
            words={t('granted.issueCard')}
            busy={issue.pending}
            onPress={() => issue.begin(view.id)}
          />
        )}
        <Button size="large" onClick={() => void navigate({ to: '/person/$personId', params: { personId: view.id } })}>
          {t('toPerson')} <kbd>{keys.accept}</kbd>
        </Button>
      </div>
      <RefusalWords error={issue.error} />
    </section>
  );
}

interface NextButtonProps {
  keyName: KeyName;
  words: string;
  first?: boolean;
  busy?: boolean;
  onPress(): void;
}

function NextButton({ keyName, words, first = false, busy = false, onPress }: NextButtonProps) {
  useKey(keyName, onPress);
  return (
    <Button size="large" type={first ? 'primary' : 'default'} autoFocus={first} loading={busy} onClick={onPress}>
      {words} <kbd>{keys[keyName]}</kbd>
    </Button>
  );
}
