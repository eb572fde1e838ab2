import { type Session, session } from 'electron';
import type { Pages } from '../pages.ts';

export type PageName = 'desk' | 'records';

export const pageOrigin = (page: PageName): string => `app://${page}`;

/** Before Electron is ready: a page at app:// is then a page like one at https://, with an origin, secure, and with fetch. */
export const appScheme = { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } };

/** The records have a storage of their own on this disk; the desk's is in memory, so that nothing of it can stay behind. */
const partitions: Record<PageName, string> = { desk: 'desk', records: 'persist:records' };

/** One session per page, in which nothing is served but that page. */
export function openPageSession(page: PageName, pages: Pages): Session {
  const own = session.fromPartition(partitions[page], { cache: false });
  own.protocol.handle(appScheme.scheme, async ({ method, url }) => {
    try {
      const { status, headers, body } = await pages({ method, url });
      return status === 403 || status === 405 ? Response.error() : new Response(body, { status, headers });
    } catch {
      // A file of ours is missing: the request fails like any other, and no path gets into Electron's own log.
      return Response.error();
    }
  });
  return own;
}
