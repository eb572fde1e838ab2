import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { desk, deskQuery } from './desk-client.ts';

type Noun =
  Awaited<ReturnType<typeof desk.changes.watch>> extends AsyncIterable<infer Notice extends { nouns: unknown[] }>
    ? Notice['nouns'][number]
    : never;

/** What is asked again when a noun changed. The status is derived from everything, so it is always among it. */
const askedAgain: Record<Noun, () => QueryKey[]> = {
  session: () => [deskQuery.session.key()],
  person: () => [
    deskQuery.talents.key(),
    deskQuery.requests.key(),
    deskQuery.recognitions.key(),
    deskQuery.cards.key(),
    deskQuery.matters.key(),
  ],
  recognition: () => [deskQuery.talents.key(), deskQuery.recognitions.key(), deskQuery.cards.key(), deskQuery.matters.key()],
  card: () => [deskQuery.talents.key(), deskQuery.cards.key()],
  paper: () => [deskQuery.talents.key(), deskQuery.requests.key(), deskQuery.papers.jobs.key()],
  job: () => [deskQuery.papers.jobs.key(), deskQuery.cards.waiting.key()],
  approval: () => [deskQuery.approvals.key(), deskQuery.talents.key()],
  status: () => [deskQuery.numbers.key()],
  batch: () => [deskQuery.batches.key()],
  draft: () => [deskQuery.drafts.list.key()],
  settings: () => [deskQuery.policy.key(), deskQuery.session.key(), deskQuery.staff.key()],
};

const retryMs = 500;

/** Listens to the program's notices for as long as the page lives, and finds the way back by itself after it was lost. */
export async function followChanges(queries: QueryClient): Promise<never> {
  for (;;) {
    try {
      const notices = await desk.changes.watch();
      // What happened while nobody listened is unknown: everything shown is asked again once.
      void queries.invalidateQueries();
      for await (const notice of notices) {
        const keys = [...new Set(notice.nouns)].flatMap((noun) => askedAgain[noun]());
        for (const queryKey of [...keys, deskQuery.counter.key()]) void queries.invalidateQueries({ queryKey });
      }
    } catch {
      // The link's state says so on the screen; here it is only tried again.
    }
    await new Promise((resolve) => setTimeout(resolve, retryMs));
  }
}
