import type { Pages } from '../pages.ts';
import type { CdpSession, Params } from './cdp-pipe.ts';

interface PausedRequest {
  requestId: string;
  request: { url: string; method: string };
}

/** All the network a page or worker has: what it asks for is answered from the program's own files, or fails. */
export async function servePages(session: CdpSession, pages: Pages): Promise<void> {
  session.on('Fetch.requestPaused', (params) => {
    answer(session, pages, params as unknown as PausedRequest).catch(() => {
      // The page went away while it was being answered, or a file of ours is missing: the request then fails like any other.
      session.send('Fetch.failRequest', failure(params as unknown as PausedRequest)).catch(() => {});
    });
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function answer(session: CdpSession, pages: Pages, paused: PausedRequest): Promise<void> {
  const { status, headers, body } = await pages(paused.request);
  if (status === 403 || status === 405) {
    await session.send('Fetch.failRequest', failure(paused));
    return;
  }
  await session.send('Fetch.fulfillRequest', {
    requestId: paused.requestId,
    responseCode: status,
    responseHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
    body: Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('base64'),
  });
}

const failure = (paused: PausedRequest): Params => ({ requestId: paused.requestId, errorReason: 'BlockedByClient' });
