/**
 * A counter whose administrator asks for a next data key, and whose clerk then works while everything is sealed anew, until it is killed.
 * `node program-data-key-child.ts DIR FIRST`: it says each person and draft that it was told is safe as soon as it was told.
 */
import { writeSync } from 'node:fs';
import { v7 } from 'uuid';
import type { DraftId } from '../../shared/domain/ids.ts';
import { computerIn, member, signIn, start } from './program-kit.ts';
import { somebody } from './program-people.ts';

export type Said =
  | { told: 'key'; epoch: number }
  | { told: 'person' | 'draft'; n: number; id: string }
  | { told: 'paper'; n: number; id: string };

const [dir = '', first = '1'] = process.argv.slice(2);
const say = (said: Said) => writeSync(1, `${JSON.stringify(said)}\n`);
const { desk } = await start(computerIn(dir));
await signIn(desk, member('administrator'));
const { epoch, progress } = await desk.dataKey.state();
say({ told: 'key', epoch: progress ? epoch : (await desk.dataKey.replace()).epoch });
await desk.session.signOut();
await signIn(desk);
for (let n = Number(first); ; n += 1) {
  const facts = somebody(n);
  const id = v7() as DraftId;
  await desk.drafts.save({ id, title: facts.identity.name, fields: { 'identity.name': facts.identity.name } });
  say({ told: 'draft', n, id });
  const { personId } = await desk.talents.register({ facts });
  say({ told: 'person', n, id: personId });
  const { matterId } = await desk.recognitions.receive({ personId, team: 'skilled', tier: 'd', route: 'own-review' });
  const { paperId } = await desk.papers.print({ kind: 'receipt-received', matterId });
  say({ told: 'paper', n, id: paperId });
}
