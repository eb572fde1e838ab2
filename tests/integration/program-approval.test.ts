import { createHash } from 'node:crypto';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleApproval } from '../../electron/program/demo/sample-approval.ts';
import type { Sha256Hex } from '../../shared/domain/ids.ts';
import { addDays, addYears } from '../../shared/domain/plain-date.ts';
import { type Computer, newComputer, print, type Running, refused, signIn, start, startSignedIn } from './program-kit.ts';
import { approval, approvedTier, signOff, somebody, takeIn } from './program-people.ts';

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

const today = async () => (await running.desk.counter.status()).today.date;

test('an approving body’s approval recognises from the day of its decision, and stands in the history with its number', async () => {
  const { desk } = running;
  const { personId, matterId } = await takeIn(desk, somebody(1), approvedTier);
  const approvedOn = addDays(await today(), -10);
  const entered = await approval(desk, approvedOn);
  const { certificateNumber } = await desk.recognitions.enterApproval({ matterId, approval: entered });
  const [recognition] = (await desk.talents.get({ personId })).recognitions;
  expect(recognition).toMatchObject({
    status: 'granted',
    grant: { validTo: addYears(approvedOn, 5), certificateNumber, by: { way: 'approval', approval: entered } },
  });
  const [newest] = await desk.talents.history({ personId });
  expect(newest).toMatchObject({
    kind: 'recognition.granted',
    details: { way: 'approval', body: entered.body, reference: entered.reference },
  });
  expect((await print(desk, { kind: 'recognition-certificate', matterId })).state).toBe('done');
});

test('its tier can’t be recognised directly, whoever signs off', async () => {
  const { desk } = running;
  const { matterId } = await takeIn(desk, somebody(2), approvedTier);
  const ticket = await signOff(desk, matterId);
  expect(await refused(desk.recognitions.grantDirectly({ matterId, ticket }))).toMatchObject({ code: 'tier-not-direct' });
  expect((await desk.recognitions.waiting()).map((one) => one.matterId)).toContain(matterId);
});

test('one of tomorrow is refused beside its field, and takes no certificate number', async () => {
  const { desk } = running;
  const { matterId } = await takeIn(desk, somebody(3), approvedTier);
  const before = (await desk.counter.status()).numbersLeft.certificate;
  const tomorrow = addDays(await today(), 1);
  const refusal = await refused(desk.recognitions.enterApproval({ matterId, approval: await approval(desk, tomorrow) }));
  expect(refusal).toEqual({
    code: 'field-refused',
    data: { fields: [{ path: 'approval.approvedOn', code: 'in-the-future' }] },
  });
  expect((await desk.counter.status()).numbersLeft.certificate).toBe(before);
});

describe('a scan that is not accepted', () => {
  const put = (bytes: Uint8Array | string, name = '批复.pdf') =>
    running.desk.attachments.put({ name, file: new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]) });
  const reason = async (bytes: Uint8Array | string, name?: string) => {
    const { code, data } = await refused(put(bytes, name));
    return [code, data['reason']];
  };

  test('runs a script when it is opened', async () => {
    const pdf = await PDFDocument.load(await sampleApproval('scripted'));
    pdf.catalog.set(
      PDFName.of('OpenAction'),
      pdf.context.obj({ Type: 'Action', S: 'JavaScript', JS: PDFString.of('app.alert(1)') }),
    );
    expect(await reason(await pdf.save())).toEqual(['file-not-accepted', 'scripted']);
  });

  test('starts a program when it is opened', async () => {
    const pdf = await PDFDocument.load(await sampleApproval('launching'));
    const action = pdf.context.obj({ Type: 'Action', S: 'Launch', F: PDFString.of('calc.exe') });
    pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.register(action));
    expect(await reason(await pdf.save())).toEqual(['file-not-accepted', 'scripted']);
  });

  test('is a program with another name, or a text', async () => {
    expect(await reason('MZ\u0090\u0000This program cannot be run in DOS mode.')).toEqual([
      'file-not-accepted',
      'not-pdf-jpeg-png',
    ]);
    expect(await reason('#!/bin/sh\nexit 0\n', 'scan.png')).toEqual(['file-not-accepted', 'not-pdf-jpeg-png']);
  });

  test('is empty, cut off, or larger than any scan', async () => {
    expect(await reason('')).toEqual(['file-not-accepted', 'empty']);
    const whole = await sampleApproval('cut');
    expect(await reason(whole.subarray(0, Math.floor(whole.length / 2)))).toEqual(['file-not-accepted', 'damaged']);
    const large = new Uint8Array(20 * 1024 * 1024 + 1);
    large.set(whole);
    expect(await reason(large)).toEqual(['file-not-accepted', 'too-big']);
  });

  test('leaves nothing behind: the journal is as long as before', async () => {
    const { desk } = running;
    const before = (await desk.counter.status()).unsent.count;
    for (const bytes of ['', 'MZ', '%PDF-1.7 and no more']) await refused(put(bytes));
    expect((await desk.counter.status()).unsent.count).toBe(before);
  });
});

test('an approval whose scan was never stored is refused, and recognises nobody', async () => {
  const { desk } = running;
  const { matterId } = await takeIn(desk, somebody(4), approvedTier);
  const entered = await approval(desk, await today());
  const sha256 = createHash('sha256').update('never stored').digest('hex') as Sha256Hex;
  const unknown = { ...entered, document: { ...entered.document, sha256 } };
  expect(await refused(desk.recognitions.enterApproval({ matterId, approval: unknown }))).toEqual({
    code: 'field-refused',
    data: { fields: [{ path: 'approval.document', code: 'required' }] },
  });
  expect((await desk.recognitions.waiting()).map((one) => one.matterId)).toContain(matterId);
});

test('an approval entered before a restart is there after it', async () => {
  const { matterId, personId } = await takeIn(running.desk, somebody(5), approvedTier);
  const entered = await approval(running.desk, await today());
  await running.desk.recognitions.enterApproval({ matterId, approval: entered });
  await running.close();
  running = await start(computer);
  await signIn(running.desk);
  const [recognition] = (await running.desk.talents.get({ personId })).recognitions;
  expect(recognition?.grant?.by).toEqual({ way: 'approval', approval: entered });
});
