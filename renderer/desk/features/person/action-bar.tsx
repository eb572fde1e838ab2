import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { useCardDesk } from '../../app/card-desk.ts';
import { type KeyName, keys, useKey } from '../../app/keys.ts';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { useSession } from '../../app/session.ts';
import { useIssueCard } from '../../app/use-issue-card.ts';
import { useWaitingApprovals, WaitingApprovals } from '../../app/waiting-approvals.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { type AbsentCardAct, absentCardActs } from './absent-card-acts.ts';
import { cardInHand } from './card-in-hand.ts';
import { nextStep, type PersonAction, type PersonActionName, type PersonActions, personActions } from './person-actions.ts';

const keyFor: Record<PersonActionName, KeyName> = {
  recognise: 'recognise',
  decide: 'decide',
  'issue-card': 'issueCard',
  'print-receipt': 'printReceipt',
  'print-certificate': 'printCertificate',
  'print-card': 'printCard',
  'hand-over': 'handOver',
  'report-lost': 'reportLost',
  replace: 'replaceCard',
};

/** What can be done with a person now, each with its key; and why the rest can't. */
export function ActionBar({ view, today }: { view: PersonView; today: PlainDate }) {
  const { t } = useTranslation('person');
  const { staff } = useSession();
  const navigate = useNavigate();
  const paperDesk = usePaperDesk();
  const cardDesk = useCardDesk();
  const issue = useIssueCard();
  const waiting = useWaitingApprovals({ personId: view.id });
  if (!staff) return null;
  const { offered, absent } = personActions({ view, role: staff.role, today });
  const next = nextStep({ view, today }, offered);
  const cardActs = absentCardActs({ view, role: staff.role, today, waiting });
  const act = (action: PersonAction) => {
    if ('card' in action) cardDesk.begin({ act: action.name, card: cardInHand(view, action.card) });
    else if ('subjects' in action) paperDesk.open({ personId: view.id, subjects: action.subjects });
    else if (action.name === 'issue-card') issue.begin(view.id);
    else void navigate({ to: '/recognise/$personId', params: { personId: view.id } });
  };
  return (
    <section className="person-actions" aria-label={t('actions.title')}>
      {offered.length === 0 && <span>{t('actions.none')}</span>}
      {offered.map((action) => (
        <ActionButton
          key={action.name}
          name={action.name}
          lost={'card' in action && action.card.state === 'lost'}
          next={action.name === next}
          busy={action.name === 'issue-card' && issue.pending}
          onAct={() => act(action)}
        />
      ))}
      <WhyNot absent={absent} cardActs={cardActs} />
      <WaitingApprovals personId={view.id} />
      <RefusalWords error={issue.error} />
    </section>
  );
}

interface ActionButtonProps {
  name: PersonActionName;
  /** Of a card that was reported lost: 换发 is 补办 then. */
  lost: boolean;
  /** The next step stands out. */
  next: boolean;
  busy: boolean;
  onAct(): void;
}

function ActionButton({ name, lost, next, busy, onAct }: ActionButtonProps) {
  const { t } = useTranslation(['person', 'cardLife']);
  useKey(keyFor[name], onAct);
  return (
    <Button type={next ? 'primary' : 'default'} loading={busy} onClick={onAct}>
      {name === 'replace' && lost ? t('cardLife:act.replace-lost') : t(`actions.${name}`)} <kbd>{keys[keyFor[name]]}</kbd>
    </Button>
  );
}

interface WhyNotProps extends Pick<PersonActions, 'absent'> {
  cardActs: readonly AbsentCardAct[];
}

/** The actions that aren't there, each with its reason. */
function WhyNot({ absent, cardActs }: WhyNotProps) {
  const { t } = useTranslation(['person', 'cardLife']);
  const listId = useId();
  const [open, setOpen] = useState(false);
  const count = absent.length + cardActs.length;
  // `?` says first why, and once that is read all keys, as on every page.
  useKey('help', () => setOpen(true), !open && count > 0);
  if (count === 0) return null;
  return (
    <>
      <Button type="text" aria-expanded={open} aria-controls={open ? listId : undefined} onClick={() => setOpen(!open)}>
        {t('actions.absent', { count })} <kbd>{keys.help}</kbd>{' '}
        {open ? <UpOutlined aria-hidden="true" /> : <DownOutlined aria-hidden="true" />}
      </Button>
      {open && (
        <ul id={listId} className="person-absent">
          {absent.map(({ name, why }) => (
            <li key={name}>
              <span>{t(`actions.${name}`)}</span> {t(`absent.${why}`)}
            </li>
          ))}
          {cardActs.map(({ act, why, state }) => (
            <li key={act}>
              <span>{t(`cardLife:act.${act}`)}</span> {t(`absent.${why}`, { state: t(`cardLife:state.${state}`) })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
