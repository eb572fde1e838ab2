import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { HomePage } from '../features/home/home-page.tsx';
import { RegisterPage } from '../features/register/register-page.tsx';
import { Frame } from './frame.tsx';

const root = createRootRoute({ component: Frame });

/** One line per page. A feature's page takes its parameters by `getRouteApi('/person/$personId').useParams()`. */
const routes = [
  createRoute({ getParentRoute: () => root, path: '/', component: HomePage }),
  createRoute({ getParentRoute: () => root, path: '/register', component: RegisterPage }),
  createRoute({ getParentRoute: () => root, path: '/person/$personId' }),
  createRoute({ getParentRoute: () => root, path: '/recognise/$personId' }),
  createRoute({ getParentRoute: () => root, path: '/matters' }),
  createRoute({ getParentRoute: () => root, path: '/issue' }),
  createRoute({ getParentRoute: () => root, path: '/review' }),
  createRoute({ getParentRoute: () => root, path: '/verify', validateSearch: readVerifySearch }),
  createRoute({ getParentRoute: () => root, path: '/papers' }),
] as const;

/** `?text=` of the verify page: a card's text that a scanner typed somewhere else. */
function readVerifySearch(search: Record<string, unknown>): { text?: string } {
  return typeof search['text'] === 'string' ? { text: search['text'] } : {};
}

export const router = createRouter({ routeTree: root.addChildren(routes), history: createHashHistory() });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
