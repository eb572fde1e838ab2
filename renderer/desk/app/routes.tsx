import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { v7 } from 'uuid';
import { draftId, type RequestId, requestId } from '../../../shared/domain/ids.ts';
import { AuditPage } from '../features/audit/audit-page.tsx';
import { BackupPage } from '../features/backup/backup-page.tsx';
import { ConsultPage } from '../features/consult/consult-page.tsx';
import { CorrectPage } from '../features/correct/correct-page.tsx';
import { HomePage } from '../features/home/home-page.tsx';
import { IssuePage } from '../features/issue/issue-page.tsx';
import { MattersPage } from '../features/matters/matters-page.tsx';
import { QueuePage } from '../features/papers/queue-page.tsx';
import { PersonPage } from '../features/person/person-page.tsx';
import { RecognisePage } from '../features/recognise/recognise-page.tsx';
import { RegisterPage } from '../features/register/register-page.tsx';
import { OpenRequestsPage } from '../features/requests/open-requests-page.tsx';
import { RequestsPage } from '../features/requests/requests-page.tsx';
import { ReviewPage } from '../features/review/review-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { TakeOverPage } from '../features/taking-over/take-over-page.tsx';
import { VerifyPage } from '../features/verify/verify-page.tsx';
import { Frame } from './frame.tsx';
import { MissingPage } from './missing-page.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: MissingPage });

/** One line per page. A feature's page takes its parameters by `getRouteApi('/person/$personId').useParams()`. */
const routes = [
  createRoute({ getParentRoute: () => root, path: '/', component: HomePage }),
  createRoute({
    getParentRoute: () => root,
    path: '/register',
    validateSearch: readRegisterSearch,
    beforeLoad: ({ search }) => {
      if (!search.draft) throw redirect({ to: '/register', search: { draft: v7() }, replace: true });
    },
    component: RegisterPage,
  }),
  createRoute({ getParentRoute: () => root, path: '/person/$personId', component: PersonPage }),
  createRoute({ getParentRoute: () => root, path: '/requests', component: OpenRequestsPage }),
  createRoute({ getParentRoute: () => root, path: '/requests/$personId', component: RequestsPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/correct/$personId',
    validateSearch: readCorrectSearch,
    component: CorrectPage,
  }),
  createRoute({ getParentRoute: () => root, path: '/recognise/$personId', component: RecognisePage }),
  createRoute({ getParentRoute: () => root, path: '/consult', component: ConsultPage }),
  createRoute({ getParentRoute: () => root, path: '/matters', component: MattersPage }),
  createRoute({ getParentRoute: () => root, path: '/issue', component: IssuePage }),
  createRoute({ getParentRoute: () => root, path: '/review', component: ReviewPage }),
  createRoute({ getParentRoute: () => root, path: '/verify', component: VerifyPage }),
  createRoute({ getParentRoute: () => root, path: '/papers', component: QueuePage }),
  createRoute({ getParentRoute: () => root, path: '/backup', component: BackupPage }),
  createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsPage }),
  createRoute({ getParentRoute: () => root, path: '/take-over', component: TakeOverPage }),
  createRoute({ getParentRoute: () => root, path: '/audit', component: AuditPage }),
] as const;

/** Each registration is a draft from its first moment: its id is in the address, so that a lock or a reload comes back to it. */
function readRegisterSearch(search: Record<string, unknown>): { draft?: string } {
  const draft = draftId.safeParse(search['draft']);
  return draft.success ? { draft: draft.data } : {};
}

/** The request that a correction answers, where it answers one. */
function readCorrectSearch(search: Record<string, unknown>): { request?: RequestId } {
  const request = requestId.safeParse(search['request']);
  return request.success ? { request: request.data } : {};
}

export const router = createRouter({ routeTree: root.addChildren(routes), history: createHashHistory() });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
