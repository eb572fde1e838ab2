import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Computer, member, newComputer, type Running, refused, signIn, start, startSignedIn } from './program-kit.ts';
import { directTier, signOff, somebody, takeIn } from './program-people.ts';

let computer: Computer;
let running: Running;
beforeAll(async () => {
  computer = newComputer();
  running = await startSignedIn(computer);
}, 60_000);
afterAll(async () => {
  await running?.close();
  computer?.remove();
});

const [first, second] = [member('clerk'), member('clerk', true)];
const as = (who: typeof first) => signIn(running.desk, who);
const open = async () => (await running.desk.matters.list({ which: 'open' })).rows;

let n = 0;
const newMatter = () => takeIn(running.desk, somebody(++n), directTier);

test('a matter is whoever’s took it in; handed on with a note it is the other’s, who takes it on; a restart keeps both', async () => {
  const { matterId, personId } = await newMatter();
  expect(await open()).toMatchObject([{ matterId, mine: true, handlerName: first.name }]);
  await running.desk.matters.handOn({ matterIds: [matterId], to: second.id as never, note: '周五公示期满' });
  expect((await open())[0]).toMatchObject({ mine: false, handlerName: second.name });
  await running.close();
  running = await start(computer);
  await as(second);
  expect((await open())[0]).toMatchObject({ mine: true, handedOver: { byName: first.name, note: '周五公示期满' } });
  await Promise.all([1, 2].map(() => running.desk.matters.takeOn({ matterIds: [matterId] })));
  expect((await open())[0]?.handedOver).toBeUndefined();
  expect(running.entries.filter(({ kind }) => kind === 'matters.taken-on')).toHaveLength(1);
  const history = await running.desk.talents.history({ personId });
  expect(history.slice(0, 2)).toMatchObject([
    { kind: 'matters.taken-on', staffName: second.name },
    { kind: 'matters.handed-over', staffName: first.name, details: { to: second.name, note: '周五公示期满' } },
  ]);
}, 60_000);

test('nobody hands on another’s, but a supervisor does for one who is absent; the counter does not stop meanwhile', async () => {
  await as(first);
  const { matterId } = await newMatter();
  await as(second);
  const away = { matterIds: [matterId], to: second.id as never };
  expect((await refused(running.desk.matters.handOn(away))).code).toBe('belongs-to-another');
  expect((await refused(running.desk.matters.takeOn({ matterIds: [matterId] }))).code).toBe('belongs-to-another');
  await as(member('supervisor'));
  await running.desk.matters.handOn(away);
  const handed = running.entries.at(-1);
  expect(handed).toMatchObject({ staffId: member('supervisor').id, facts: { to: second.id, matters: [{ from: first.id }] } });
  // Whoever is present works on it all the same.
  await as(first);
  const ticket = await signOff(running.desk, matterId);
  await expect(running.desk.recognitions.grantDirectly({ matterId, ticket })).resolves.toBeDefined();
  expect((await refused(running.desk.matters.handOn({ matterIds: [matterId], to: first.id as never }))).code).toBe(
    'not-in-this-state',
  );
  const done = await running.desk.matters.list({ which: 'done' });
  expect(done.rows.map((row) => row.matterId)).toEqual([matterId]);
});

test('matters go only to somebody who can take them on', async () => {
  await as(first);
  const { matterId } = await newMatter();
  for (const to of [first.id, member('administrator').id, '019a0000-0000-7000-8000-0000000000ff']) {
    const handing = running.desk.matters.handOn({ matterIds: [matterId], to: to as never });
    expect((await refused(handing)).data).toEqual({ fields: [{ path: 'to', code: 'not-a-colleague' }] });
  }
  const names = (await running.desk.matters.colleagues()).map(({ name }) => name);
  expect(names).toEqual([first.name, second.name, member('supervisor').name]);
});

test('columns that somebody hid are hidden for them the next day, and for nobody else', async () => {
  await as(first);
  await running.desk.deskSettings.showColumn({ list: 'matters', column: 'team', shown: false });
  await running.close();
  running = await start(computer);
  await as(first);
  expect(await running.desk.deskSettings.get()).toEqual({ hiddenColumns: { matters: ['team'] } });
  await as(second);
  expect(await running.desk.deskSettings.get()).toEqual({ hiddenColumns: {} });
});
