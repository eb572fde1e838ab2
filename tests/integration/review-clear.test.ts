import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DraftId } from '../../shared/domain/ids.ts';
import { searchFolder } from '../security/user-data-traces.ts';
import { csvFile, ledgerHeader, ledgerRow, openLedger, takeAll } from './old-ledger.ts';
import { type Computer, member, newComputer, type Running, startSignedIn } from './program-kit.ts';
import { directTier, inPerson, somebody, takeIn } from './program-people.ts';

let computer: Computer;
let running: Running;
beforeAll(async () => {
  computer = newComputer();
  running = await startSignedIn(computer);
}, 120_000);
afterAll(async () => {
  await running?.close();
  computer?.remove();
});

const needles = {
  'an agent’s name': '呼和代办人',
  'a half-filled form': '尚未写完的贡献',
  'an unfinished registration': '慕容半份',
  'the reason of a supplement': '劳动合同缺最后一页',
  'a note at a hand-over': '等他周三带原件来',
  'a note to the supervisor': '申请人下午来取',
  'a holder of an older card': '旧卡持有人甲',
  'a ledger’s own column': '备注栏里的家属',
};

test('what clerks write beside a registration lies nowhere in the clear, while the program runs and after', async () => {
  const { desk } = running;
  const employer = { name: '和林格尔新区云杉数据有限公司', uscc: '91150105WYLF55TH34' };
  const agent = { name: needles['an agent’s name'], document: { kind: 'passport' as const, number: 'E00000001' } };
  const authorisation = { scope: '代为登记' };
  const { batchId } = await desk.batches.open({ employer, agent, authorisation });
  const intake = { ...inPerson, applicant: { role: 'employer' as const, ...agent, authorisation }, batch: batchId };
  const { personId } = await desk.talents.register({ facts: { ...somebody(1), intake } });
  await desk.recognitions.keepForm({ personId, form: 'receive', text: needles['a half-filled form'] });
  const draft = { id: '019a0000-0000-7000-8000-0000000000d1' as DraftId, fields: {} };
  await desk.drafts.save({ ...draft, title: needles['an unfinished registration'] });
  const handed = await takeIn(desk, somebody(2), directTier);
  const words = needles['the reason of a supplement'];
  const items = [{ what: 'field' as const, code: 'employment' as const, reason: 'other' as const, words }];
  await desk.recognitions.askSupplement({ matterId: handed.matterId, items, workingDays: 5 });
  const note = needles['a note at a hand-over'];
  await desk.matters.handOn({ matterIds: [handed.matterId], to: member('clerk', true).id, note });
  const { matterId } = await takeIn(desk, somebody(3), directTier);
  const asked = { act: 'recognition.grant-directly' as const, matterId };
  await desk.approvals.request({ asked, note: needles['a note to the supervisor'] });
  const row = [...ledgerRow(9, { 姓名: needles['a holder of an older card'] }), '长子'];
  const { plan } = await openLedger(desk, csvFile([[...ledgerHeader, needles['a ledger’s own column']], row]));
  expect(await takeAll(desk, plan)).toBe(1);

  const open = searchFolder(computer.paths.userData, needles);
  await running.close();
  const closed = searchFolder(computer.paths.userData, needles);
  expect([open.traces, closed.traces]).toEqual([[], []]);
  expect(closed.files).toBeGreaterThan(30);
  for (const text of Object.values(needles)) expect(running.lines.join('\n')).not.toContain(text);
}, 120_000);
