import type { SignedAct } from '../../shared/domain/staff/signed-act.ts';
import type { Role } from '../../shared/domain/staff/staff.ts';

const everybody: readonly Role[] = ['clerk', 'supervisor', 'administrator', 'auditor'];
const counter: readonly Role[] = ['clerk', 'supervisor'];

/**
 * Who may make which call, written by hand and by nothing that the program is made of: a call that is missing here fails the test, and so
 * does one whose line is wrong. Grouped by what the call is for.
 */
export const whoMayCall: readonly {
  readonly roles: readonly Role[];
  readonly beforeSignIn?: true;
  readonly calls: readonly string[];
}[] = [
  {
    roles: everybody,
    beforeSignIn: true,
    calls: [
      'session.state',
      'session.startTrial',
      'session.signIn',
      'session.unlock',
      'session.signOut',
      'changes.watch',
      'goingLive.prepare',
      'goingLive.confirm',
      'recovery.check',
      'recovery.complete',
      'restore.places',
      'restore.look',
      'restore.progress',
      'restore.prepare',
      'restore.cancel',
      'restore.confirm',
      'diagnostics.gather',
      'diagnostics.save',
    ],
  },
  {
    roles: everybody,
    calls: [
      'session.lock',
      'session.keepPlace',
      'session.signOff',
      'counter.status',
      'policy.pack',
      'staff.changePin',
      'deskSettings.get',
      'deskSettings.showColumn',
      'papers.jobs',
      'retention.overview',
    ],
  },
  {
    // Looking: numbers are covered for all of them.
    roles: everybody,
    calls: [
      'talents.get',
      'talents.history',
      'talents.search',
      'talents.recent',
      'attachments.get',
      'batches.list',
      'batches.get',
      'recognitions.waiting',
      'approvals.list',
      'matters.list',
      'matters.colleagues',
      'cards.waiting',
      'papers.preview',
      'requests.of',
      'requests.open',
    ],
  },
  { roles: ['clerk', 'supervisor', 'administrator'], calls: ['cards.verify'] },
  {
    roles: counter,
    calls: [
      'counter.confirmDate',
      'talents.register',
      'talents.likely',
      'talents.employers',
      'talents.uncoverIdNumber',
      'drafts.save',
      'drafts.list',
      'drafts.open',
      'drafts.discard',
      'batches.open',
      'batches.close',
      'takingOver.open',
      'takingOver.preview',
      'takingOver.signOff',
      'takingOver.take',
      'attachments.put',
      'recognitions.receive',
      'recognitions.grantDirectly',
      'recognitions.enterApproval',
      'recognitions.outlook',
      'recognitions.keepForm',
      'recognitions.keptForm',
      'recognitions.askSupplement',
      'recognitions.bringSupplement',
      'recognitions.withdraw',
      'approvals.request',
      'approvals.withdraw',
      'approvals.acknowledge',
      'matters.handOn',
      'matters.takeOn',
      'cards.issue',
      'cards.change',
      'cards.replace',
      'corrections.correct',
      'requests.receive',
      'requests.answer',
      'requests.erase',
      'advice.give',
      'papers.print',
      'papers.retry',
      'papers.cancel',
    ],
  },
  {
    roles: ['administrator', 'auditor'],
    calls: ['audit.state', 'audit.check', 'audit.list', 'audit.staff', 'audit.export'],
  },
  {
    roles: ['supervisor', 'administrator'],
    calls: ['backup.state', 'backup.places', 'backup.choose', 'backup.make', 'backup.cancel'],
  },
  { roles: ['supervisor'], calls: ['approvals.approve', 'approvals.decline'] },
  {
    roles: ['administrator'],
    calls: [
      'staff.list',
      'staff.enrol',
      'staff.resetPin',
      'staff.end',
      'numbers.blocks',
      'numbers.grant',
      'goingLive.begin',
      'dataKey.state',
      'dataKey.replace',
      'syncLimit.state',
      'syncLimit.set',
    ],
  },
];

/** Who may be the second person of each act, by hand again: no clerk and no auditor, of any. */
export const whoMaySign: Readonly<Record<SignedAct, readonly Role[]>> = {
  'recognition.grant': ['supervisor'],
  'card.void': ['supervisor'],
  'card.cancel': ['supervisor'],
  'card.undo-issue': ['supervisor'],
  'card.revoke': ['supervisor'],
  'card.destroy': ['supervisor'],
  'date.confirm': ['supervisor'],
  'document.accept': ['supervisor'],
  'ledger.take-over': ['supervisor'],
  'identity.correct': ['supervisor'],
  'request.decide': ['supervisor'],
  'staff.reset-pin': ['supervisor', 'administrator'],
};
