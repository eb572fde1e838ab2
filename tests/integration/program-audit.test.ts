import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readAnchors } from '../../electron/journal/anchor-file.ts';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import type { EntryKind } from '../../shared/domain/entry.ts';
import type { PlainDate } from '../../shared/domain/plain-date.ts';
import { readCsv } from '../../shared/standards/rfc-4180.ts';
import { extractText } from './paper-kit.ts';
import {
  type Computer,
  clockAhead,
  member,
  newComputer,
  type Running,
  refused,
  root,
  signIn,
  start,
  startSignedIn,
} from './program-kit.ts';
import { somebody, withCard } from './program-people.ts';

let computer: Computer;
let running: Running | undefined;
beforeEach(() => {
  computer = newComputer();
});
afterEach(async () => {
  await running?.close();
  running = undefined;
  computer.remove();
});
const journalDir = () => join(computer.paths.userData, 'journal');
const kinds = (entries: Running['entries'], kind: EntryKind) => entries.filter((entry) => entry.kind === kind);

async function checked(desk: DeskClient) {
  await desk.audit.check();
  for (;;) {
    const { check } = await desk.audit.state();
    if (check.state !== 'running' && check.state !== 'none') return check;
    await new Promise(setImmediate);
  }
}

test('opening a person’s page is one entry per person, member of staff and session, however often it is read', async () => {
  running = await startSignedIn(computer);
  const { desk, entries } = running;
  const { personId } = await desk.talents.register({ facts: somebody(1) });
  const another = await desk.talents.register({ facts: somebody(2) });
  for (let n = 0; n < 3; n += 1) await desk.talents.get({ personId });
  await Promise.all([desk.talents.get({ personId }), desk.talents.history({ personId })]);
  await vi.waitFor(() => expect(kinds(entries, 'person.viewed')).toHaveLength(1));
  await desk.talents.get({ personId: another.personId });
  const seen = () => kinds(entries, 'person.viewed').map(({ facts }) => facts);
  // The page doesn't wait for the entry.
  await vi.waitFor(() => expect(seen()).toEqual([{ personId }, { personId: another.personId }]));
  expect(kinds(entries, 'person.viewed').every(({ localOnly }) => localOnly)).toBe(true);
  // Uncovering is an entry of its own, as ever; somebody unknown is nobody's page.
  await desk.talents.uncoverIdNumber({ personId, reason: '核对原件' });
  expect(kinds(entries, 'id-number.uncovered')).toHaveLength(1);
  // A look stands in the audit and not in the person's own history, which it would crowd out.
  expect((await desk.talents.history({ personId })).map(({ kind }) => kind)).not.toContain('person.viewed');
  await signIn(desk, member('supervisor'));
  await desk.talents.get({ personId });
  await desk.session.signOut();
  await signIn(desk);
  await desk.talents.get({ personId });
  // A sign-out lets what was begun come to its end first.
  await signIn(desk, member('auditor'));
  const found = await desk.audit.list({ filter: { personId, kind: 'person.viewed' }, limit: 50 });
  expect(found.items.map(({ entry }) => entry?.staffName)).toEqual(
    [member('clerk'), member('supervisor'), member('clerk')].map(({ name }) => name),
  );
});

test('heads are signed at sign-out and at the first entry of a later day, by a key that an entry names', async () => {
  running = await startSignedIn(computer);
  const { desk, entries } = running;
  await desk.talents.register({ facts: somebody(1) });
  expect((await readAnchors(journalDir())).anchors).toEqual([]);
  await desk.session.signOut();
  const first = await readAnchors(journalDir());
  expect(first.anchors.map(({ by, seq }) => ({ by, seq }))).toEqual([{ by: 'day-end', seq: entries.length }]);
  const named = kinds(entries, 'head-key.made').map(({ facts }) => (facts as { key: { x: string } }).key.x);
  expect(named).toEqual([first.anchors[0]?.key]);
  await running.close();
  // A laptop that was only locked: the next day's start ends the day before.
  running = await start(computer);
  await signIn(running.desk);
  await running.desk.session.lock();
  await running.program.close();
  const before = (await readAnchors(journalDir())).anchors.length;
  running = await start(computer, { clock: clockAhead(1) });
  await signIn(running.desk, member('auditor'));
  await running.desk.talents.recent();
  const { anchored, headSeq } = await running.desk.audit.state();
  expect(headSeq).toBeGreaterThanOrEqual(anchored.seq);
  await running.close();
  expect((await readAnchors(journalDir())).anchors.length).toBeGreaterThan(before);
  running = undefined;
  expect(kinds(entries, 'head-key.made')).toHaveLength(1);
  const verified = execFileSync(process.execPath, ['build/journal.ts', 'verify', computer.paths.userData], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(verified).toMatch(/verified: (\d+) entries, anchored up to \1\n$/);
});

test('a journal that ends before a signed head is not opened', async () => {
  running = await startSignedIn(computer);
  await running.close();
  const own = join(journalDir(), 'own');
  const kept = readdirSync(own).filter((name) => name.endsWith('.tcj'));
  running = await startSignedIn(computer);
  await running.desk.talents.register({ facts: somebody(1) });
  await running.close();
  // The newest segment and everything else that knows of it goes, but for the signed heads.
  for (const name of readdirSync(own)) if (name.endsWith('.tcj') && !kept.includes(name)) rmSync(join(own, name));
  rmSync(join(computer.paths.userData, 'vault', 'marks'));
  running = await start(computer);
  await signIn(running.desk);
  const { stopped } = await running.desk.session.state();
  expect(stopped?.reason).toBe('journal-behind');
});

test.each([
  ['deleted', () => rmSync(join(journalDir(), 'anchors'))],
  [
    'damaged',
    () =>
      writeFileSync(join(journalDir(), 'anchors'), readFileSync(join(journalDir(), 'anchors'), 'utf8').replace('"v":1', '"v":7')),
  ],
])('signed heads that were %s are put in order, and a person is told', async (_, damage) => {
  running = await startSignedIn(computer);
  await running.close();
  const before = (await readAnchors(journalDir())).anchors;
  damage();
  running = await startSignedIn(computer);
  expect((await running.desk.counter.status()).notices).toContain('anchors-mended');
  expect((await readAnchors(journalDir())).anchors.at(-1)).toEqual(before.at(-1));
  await running.close();
  running = await startSignedIn(computer);
  expect((await running.desk.counter.status()).notices).not.toContain('anchors-mended');
});

test('a kill between two halves of a line loses no signed head, and the next one stands by itself', async () => {
  running = await startSignedIn(computer);
  await running.close();
  const whole = readFileSync(join(journalDir(), 'anchors'), 'utf8');
  appendFileSync(join(journalDir(), 'anchors'), whole.slice(0, 90));
  running = await startSignedIn(computer);
  expect((await running.desk.counter.status()).notices).not.toContain('anchors-mended');
  await running.close();
  running = undefined;
  const { anchors, badLines, tornBytes } = await readAnchors(journalDir());
  expect({ count: anchors.length, badLines, tornBytes }).toEqual({ count: 2, badLines: [], tornBytes: 0 });
});

test('the auditor filters by person, staff, kind and day, page by page, newest first', async () => {
  running = await startSignedIn(computer);
  const { desk } = running;
  const { personId } = await withCard(desk, somebody(1));
  await desk.talents.register({ facts: somebody(2) });
  // A reason that somebody typed may have the very numbers in it.
  const reason = `核对${somebody(1).document.number}，电话${somebody(1).contact.phone}`;
  await desk.talents.uncoverIdNumber({ personId, reason });
  await signIn(desk, member('auditor'));
  const list = (filter: Parameters<DeskClient['audit']['list']>[0]['filter']) => desk.audit.list({ filter, limit: 200 });
  const all = await list({});
  const { headSeq } = await desk.audit.state();
  expect(all.items.map(({ seq }) => seq)).toEqual(Array.from({ length: headSeq }, (__, at) => headSeq - at));
  expect(all.total).toBe(headSeq);
  const paged: number[] = [];
  for (let before: number | undefined; ; ) {
    const page = await desk.audit.list({ filter: {}, limit: 7, ...(before && { before }) });
    paged.push(...page.items.map(({ seq }) => seq));
    before = paged.at(-1);
    if (!page.older) break;
  }
  expect(paged).toEqual(all.items.map(({ seq }) => seq));
  const registered = await list({ kind: 'talent.registered' });
  expect(registered.items.map(({ entry }) => entry?.person?.name)).toEqual(['测试2', '测试1']);
  const about = await list({ personId });
  expect(about.items.every(({ entry }) => entry?.person?.id === personId)).toBe(true);
  expect(about.total).toBeGreaterThan(3);
  const mine = await list({ staffId: member('clerk').id });
  expect(new Set(mine.items.map(({ entry }) => entry?.staffNumber))).toEqual(new Set([member('clerk').number]));
  expect((await list({ from: '2000-01-01' as PlainDate, to: '2000-12-31' as PlainDate })).total).toBe(0);
  expect((await list({ to: '2099-12-31' as PlainDate })).total).toBe(headSeq);
  // Numbers of people stand nowhere.
  const text = JSON.stringify(all);
  expect(text).not.toContain(somebody(1).document.number);
  expect(text).not.toContain(somebody(1).contact.phone);
  expect((await list({ kind: 'id-number.uncovered' })).items[0]?.entry?.details['reason']).toMatch(
    /^核对150\*+\w{4}，电话138\*{4}0001$/,
  );
  const exported = await desk.audit.export({ filter: { personId }, as: 'csv' });
  expect(readFileSync(exported.file, 'utf8')).not.toContain(somebody(1).document.number);
});

test('the chain is checked while the counter works, and a changed frame is named', async () => {
  running = await startSignedIn(computer);
  await running.desk.talents.register({ facts: somebody(1) });
  await signIn(running.desk, member('auditor'));
  const sound = await checked(running.desk);
  expect(sound).toMatchObject({ state: 'sound' });
  const [file = ''] = readdirSync(join(journalDir(), 'own')).filter((name) => name.endsWith('.tcj'));
  const path = join(journalDir(), 'own', file);
  const bytes = readFileSync(path);
  bytes[160 + 120] = (bytes[160 + 120] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  expect(await checked(running.desk)).toMatchObject({ state: 'wrong', seq: 1, reason: 'frame-checksum' });
});

test('what was filtered is exported as a table and as a paper, each an entry, and only for whoever may', async () => {
  running = await startSignedIn(computer);
  const { desk, entries } = running;
  await desk.talents.register({ facts: somebody(1, '王·=敏') });
  const refusedTo = await refused(desk.audit.export({ filter: {}, as: 'csv' }));
  expect(refusedTo.code).toBe('not-allowed');
  await signIn(desk, member('auditor'));
  const csv = await desk.audit.export({ filter: { kind: 'talent.registered' }, as: 'csv' });
  const text = readFileSync(csv.file, 'utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const read = readCsv(text.slice(1));
  const rows = read.ok ? read.records.map(({ fields }) => fields) : [];
  expect(rows[0]).toEqual(['序号', '时间', '经办人', '事项', '人员', '内容', '代码']);
  expect(rows.slice(1).map(([, , , kind, person, , code]) => ({ kind, person, code }))).toEqual([
    { kind: '登记', person: '王·=敏', code: 'talent.registered' },
  ]);
  const pdf = await desk.audit.export({ filter: {}, as: 'pdf' });
  const printed = extractText(readFileSync(pdf.file));
  for (const said of ['审计清单', '导出审计清单', '登记工作人员', '试用', member('auditor').name])
    expect(printed).toContain(said);
  expect(kinds(entries, 'audit.exported').map(({ facts }) => facts)).toEqual([
    { as: 'csv', filter: { kind: 'talent.registered' }, entries: 1 },
    { as: 'pdf', filter: {}, entries: pdf.entries },
  ]);
});

test('an auditor reads and checks; registering, deciding, printing and settings are others’', async () => {
  running = await startSignedIn(computer);
  const { desk } = running;
  const { personId } = await desk.talents.register({ facts: somebody(1) });
  await signIn(desk, member('auditor'));
  expect((await desk.talents.get({ personId })).identity.name).toBe('测试1');
  const tries = [
    desk.talents.register({ facts: somebody(2) }),
    desk.talents.uncoverIdNumber({ personId, reason: '看看' }),
    desk.cards.issue({ personId }),
    desk.staff.list(),
  ];
  for (const one of tries) expect((await refused(one)).code).toBe('not-allowed');
});
