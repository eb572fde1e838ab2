import { CheckCircleFilled } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { findLiveCard } from '../../../../shared/domain/matter/standing.ts';
import { cardSides } from '../../../../shared/domain/paper/printed-paper.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { type KeyName, keys, useKey } from '../../app/keys.ts';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { useIssueCard } from '../../app/use-issue-card.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { type GrantedStep, grantedSteps, nextGrantedStep } from './granted-steps.ts';
import type { Matter } from './stage.ts';
import { SampleMark } from './tier-facts.tsx';

export interface GrantedPartProps {
  view: PersonView;
  matter: Matter;
  today: PlainDate;
}

const keyFor: Record<GrantedStep, KeyName> = {
  'print-certificate': 'printCertificate',
  'issue-card': 'issueCard',
  'print-card': 'printCard',
  'to-person': 'accept',
};

/** Recognised: the certificate's number, and the papers that come next, each one key away. */
export function GrantedPart(props: GrantedPartProps) {
  const { view, matter, today } = props;
  const issue = useIssueCard();
  const act = useSteps(props, () => issue.begin(view.id));
  const next = nextGrantedStep(view, matter, today);
  return (
    <section className="recognise-block granted" aria-labelledby="granted-title">
      <GrantedFacts {...props} />
      <div className="granted-next">
        {stepsOf(view, matter, today).map((step) => (
          // The next step is one and the same button whatever it is: the focus that comes back from a paper is on it.
          <StepButton
            key={step === next ? 'next' : step}
            step={step}
            next={step === next}
            busy={step === 'issue-card' && issue.pending}
            onPress={() => act[step]()}
          />
        ))}
        <BenefitsButton {...props} />
      </div>
      <RefusalWords error={issue.error} />
    </section>
  );
}

/** What the tier opens, to be taken home. */
function BenefitsButton({ view, matter }: GrantedPartProps) {
  const { t } = useTranslation('recognise');
  const paperDesk = usePaperDesk();
  const open = () => paperDesk.open({ personId: view.id, subjects: [{ kind: 'benefits-sheet', matterId: matter.id }] });
  return (
    <Button size="large" onClick={open}>
      {t('granted.benefits')}
    </Button>
  );
}

function useSteps({ view, matter, today }: GrantedPartProps, issueCard: () => void): Record<GrantedStep, () => void> {
  const navigate = useNavigate();
  const paperDesk = usePaperDesk();
  const personId = view.id;
  return {
    'print-certificate': () => paperDesk.open({ personId, subjects: [{ kind: 'recognition-certificate', matterId: matter.id }] }),
    'issue-card': issueCard,
    'print-card': () => {
      const card = findLiveCard(view.cards, today);
      if (card) paperDesk.open({ personId, subjects: cardSides(card.number) });
    },
    'to-person': () => void navigate({ to: '/person/$personId', params: { personId } }),
  };
}

/** What was decided elsewhere and taken over has no certificate of ours. */
function stepsOf(view: PersonView, matter: Matter, today: PlainDate): GrantedStep[] {
  const printable = matter.actions.includes('print-certificate');
  return grantedSteps(view, today).filter((step) => step !== 'print-certificate' || printable);
}

function GrantedFacts({ view, matter, today }: GrantedPartProps) {
  const { t } = useTranslation('recognise');
  const { named, pack } = usePolicy();
  const card = findLiveCard(view.cards, today);
  return (
    <>
      <h2 id="granted-title" className="granted-title">
        <CheckCircleFilled aria-hidden="true" /> {t('granted.title')} {pack?.sample && <SampleMark />}
      </h2>
      <dl>
        <dt>{t('granted.tier')}</dt>
        <dd>
          {named(matter.teamName)} · {named(matter.tierName)}
        </dd>
        <dt>{t('granted.certificate')}</dt>
        <dd className="number">
          <NumberText number={matter.grant?.certificateNumber} />
        </dd>
        <dt>{t('granted.validTo')}</dt>
        <dd>{matter.grant?.validTo}</dd>
        {card && (
          <>
            <dt>{t('granted.card')}</dt>
            <dd className="number">
              <NumberText number={card.number} />
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

interface StepButtonProps {
  step: GrantedStep;
  next: boolean;
  busy: boolean;
  onPress(): void;
}

function StepButton({ step, next, busy, onPress }: StepButtonProps) {
  const { t } = useTranslation('recognise');
  useKey(keyFor[step], onPress);
  return (
    <Button size="large" type={next ? 'primary' : 'default'} autoFocus={next} loading={busy} onClick={onPress}>
      {t(`granted.${step}`)} <kbd>{keys[keyFor[step]]}</kbd>
    </Button>
  );
}
