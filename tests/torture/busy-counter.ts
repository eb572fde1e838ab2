/**
 * A counter that is busy until it is killed: serves people one after the other, two at once, and says each thing that it was told is
 * safe as soon as it was told. `node busy-counter.ts DIR FIRST [KIND]`; FIRST numbers the people it begins with; with KIND it kills
 * itself the moment the first entry of that kind is durable, before anybody is told.
 */
import { writeSync } from 'node:fs';
import { v7 } from 'uuid';
import type { CardNumber, DraftId } from '../../shared/domain/ids.ts';
import type { PaperSubject } from '../../shared/domain/paper/printed-paper.ts';
import { computerIn, startSignedIn } from '../integration/program-kit.ts';
import { directTier, signOff, somebody } from '../integration/program-people.ts';

/** What was acknowledged, as the parent reads it; `n` is the person it was for. */
export type Told =
  | { told: 'person'; n: number; id: string }
  | { told: 'matter' | 'certificate' | 'card'; n: number; number: string }
  | { told: 'paper'; n: number; id: string }
  | { told: 'draft'; n: number; id: string };
export type Said = { calls: number } | Told;

const [dir = '', first = '1', lastKind] = process.argv.slice(2);
const say = (said: Said) => writeSync(1, `${JSON.stringify(said)}\n`);
const { desk } = await startSignedIn(computerIn(dir), {
  onEntry: ({ kind }) => {
    if (kind === lastKind) process.kill(process.pid, 'SIGKILL');
  },
});
let calls = 0;

/** Says that a call is on its way, and then what came of it: what stands between is in flight when the kill comes. */
async function tell<T>(call: Promise<T>, told: (result: T) => Told): Promise<T> {
  say({ calls: ++calls });
  const result = await call;
  say(told(result));
  say({ calls: --calls });
  return result;
}

async function serve(n: number): Promise<void> {
  const facts = somebody(n);
  const draft = { id: v7() as DraftId, title: facts.identity.name, fields: { 'identity.name': facts.identity.name } };
  await tell(desk.drafts.save(draft), () => ({ told: 'draft', n, id: draft.id }));
  const { personId } = await tell(desk.talents.register({ facts }), (one) => ({ told: 'person', n, id: one.personId }));
  const received = desk.recognitions.receive({ personId, ...directTier });
  const { matterId } = await tell(received, ({ number }) => ({ told: 'matter', n, number }));
  const print = (subject: PaperSubject) => tell(desk.papers.print(subject), ({ paperId: id }) => ({ told: 'paper', n, id }));
  await print({ kind: 'receipt-received', matterId });
  const granted = desk.recognitions.grantDirectly({ matterId, ticket: await signOff(desk, matterId) });
  await tell(granted, ({ certificateNumber: number }) => ({ told: 'certificate', n, number }));
  await print({ kind: 'recognition-certificate', matterId });
  const { cardNumber } = await tell(desk.cards.issue({ personId }), ({ cardNumber: number }) => ({ told: 'card', n, number }));
  for (const kind of ['card-front', 'card-back'] as const) await print({ kind, cardNumber: cardNumber as CardNumber });
}

async function work(from: number): Promise<never> {
  for (let n = from; ; n += 2) await serve(n);
}

await Promise.all([work(Number(first)), work(Number(first) + 1)]);
