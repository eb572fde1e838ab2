import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRenderer } from '../../electron/printing/render-paper.ts';
import { type CounterClock, systemClock } from '../../electron/program/counter-clock.ts';
import { adviceLines, maxAdviceLines } from '../../shared/domain/advice/advice-lines.ts';
import type { AdviceId } from '../../shared/domain/ids.ts';
import { addDays } from '../../shared/domain/plain-date.ts';
import { adviceSheet } from '../../shared/paper/advice-sheet/advice-sheet.ts';
import { usualAdvice } from '../../shared/paper/advice-sheet/examples.ts';
import { chineseDate } from '../../shared/paper/chinese-date.ts';
import { extractText, rasteriseOne, resourcesDir } from './paper-kit.ts';
import { type Computer, finished, newComputer, print, type Running, refused, signIn, startSignedIn } from './program-kit.ts';
import { directTier, recogniseDirectly, somebody, takeIn } from './program-people.ts';

let computer: Computer;
let running: Running;
let resources: string;

beforeAll(async () => {
  // Resources of its own, whose layouts a test may change; the fonts are the real ones.
  resources = mkdtempSync(join(tmpdir(), 'counter-resources-'));
  for (const name of readdirSync(resourcesDir)) {
    if (name === 'fonts') symlinkSync(join(resourcesDir, name), join(resources, name));
    else cpSync(join(resourcesDir, name), join(resources, name), { recursive: true });
  }
  computer = newComputer(resources);
  running = await startSignedIn(computer, { clock: clockOf() });
}, 240_000);

afterAll(async () => {
  await running?.close();
  computer?.remove();
  rmSync(resources, { recursive: true, force: true });
});

/** While set, each look at the clock finds another day: midnight comes between any two. */
let midnights = false;
let looks = 0;

function clockOf(): CounterClock {
  const real = systemClock();
  return { ...real, today: () => addDays(real.today(), midnights ? ++looks : 0) };
}

const newAdvice = () => v7() as AdviceId;
const lying = () => readdirSync(computer.paths.papers).filter((name) => name.endsWith('.pdf'));
const textOf = (file: string | undefined) =>
  extractText(readFileSync(join(computer.paths.papers, file ?? ''))).replace(/\s/g, '');

test('a consultation is kept once however often it is sent, is counted, and its sheet is a reprint the second time', async () => {
  const { desk, entries } = running;
  const adviceId = newAdvice();
  const asked = { adviceId, topics: ['rent-subsidy', 'card-first'], visitor: '王女士' };
  await Promise.all([desk.advice.give(asked), desk.advice.give(asked)]);
  await desk.advice.give(asked);
  expect(entries.filter(({ kind }) => kind === 'advice.given')).toHaveLength(1);
  expect((await desk.counter.status()).today.advised).toBe(1);
  const subject = { kind: 'advice-sheet', adviceId } as const;
  const { file } = await print(desk, subject);
  const words = textOf(file?.split('/').at(-1));
  for (const said of ['租房补贴', '承诺时限15个工作日', '原件1份复印件1份', '云谷人才卡（首次办理）', '王女士', '示例'])
    expect(words).toContain(said);
  expect(await refused(desk.papers.print(subject))).toMatchObject({ code: 'bad-input' });
  const again = await print(desk, { ...subject, reprintReason: '原件遗失' });
  expect(textOf(again.file?.split('/').at(-1))).toContain('补打');
});

test('matters that the pack lacks, named twice, or too many for one sheet are refused and leave no trace', async () => {
  const { desk, entries } = running;
  const pack = await desk.policy.pack();
  const longest = (pack.matters ?? [])
    .map(({ code }) => code)
    .toSorted((a, b) => adviceLines(pack, [b]).length - adviceLines(pack, [a]).length);
  const before = entries.length;
  for (const [topics, code] of [
    [['no-such-matter'], 'not-a-code'],
    [['card-first', 'card-first'], 'not-a-code'],
    [longest.slice(0, 6), 'too-long'],
  ] as const)
    expect(await refused(desk.advice.give({ adviceId: newAdvice(), topics: [...topics] }))).toEqual({
      code: 'field-refused',
      data: { fields: [{ path: 'topics', code }] },
    });
  expect(entries).toHaveLength(before);
});

test('whatever a clerk may tell of the pack’s matters fits on one sheet', async () => {
  const pack = await running.desk.policy.pack();
  const codes = (pack.matters ?? []).map(({ code }) => code);
  const renderer = createRenderer({ resourcesDir });
  for (let from = 0; from < codes.length; from++) {
    const topics: string[] = [];
    for (const code of [...codes.slice(from), ...codes.slice(0, from)]) {
      if (topics.length < 6 && adviceLines(pack, [...topics, code]).length <= maxAdviceLines) topics.push(code);
    }
    const values = { ...usualAdvice, lines: adviceLines(pack, topics) };
    expect((await renderer.render({ layout: adviceSheet.layout, values })).pages).toBe(1);
  }
});

test('a tier’s sheet and a blank notice are nobody’s, and each print is a first one; a person’s own are on their page', async () => {
  const { desk } = running;
  const { personId, matterId } = await recogniseDirectly(desk, somebody(1));
  const blanks = [{ kind: 'privacy-notice' }, { kind: 'benefits-sheet', tier: { team: 'leading', tier: 'b' } }] as const;
  for (const subject of [...blanks, ...blanks]) expect((await print(desk, subject)).state).toBe('done');
  expect((await desk.talents.get({ personId })).papers).toEqual([]);
  const own = [
    { kind: 'privacy-notice', personId },
    { kind: 'benefits-sheet', matterId },
  ] as const;
  for (const subject of own) {
    expect((await print(desk, subject)).state).toBe('done');
    expect((await refused(desk.papers.print(subject))).code).toBe('bad-input');
  }
  expect((await desk.talents.get({ personId })).papers.map(({ subject }) => subject.kind)).toEqual([
    'privacy-notice',
    'benefits-sheet',
  ]);
});

test('a paper is named by one id, and by one of its own', async () => {
  const { desk } = running;
  const { personId, matterId } = await takeIn(desk, somebody(2), directTier);
  const tier = { team: 'leading', tier: 'b' };
  for (const [subject, path] of [
    [{ kind: 'benefits-sheet', matterId, tier }, 'tier'],
    [{ kind: 'privacy-notice', personId, matterId }, 'matterId'],
    [{ kind: 'receipt-received', matterId, personId }, 'personId'],
  ] as const)
    expect(await refused(desk.papers.preview(subject))).toEqual({
      code: 'bad-input',
      data: { fields: [{ path, code: 'not-accepted' }] },
    });
  expect((await refused(desk.papers.preview({ kind: 'advice-sheet' }))).code).toBe('not-found');
  expect((await refused(desk.papers.preview({ kind: 'advice-sheet', adviceId: newAdvice() }))).code).toBe('not-found');
  expect((await refused(desk.papers.preview({ kind: 'benefits-sheet', matterId }))).code).toBe('paper-not-available');
});

test('a paper that is printed at midnight has one date, on it and in its entry', async () => {
  const { desk, entries } = running;
  const { matterId } = await recogniseDirectly(desk, somebody(5));
  midnights = true;
  try {
    await print(desk, { kind: 'recognition-certificate', matterId });
  } finally {
    midnights = false;
  }
  const printed = entries.findLast(({ kind }) => kind === 'paper.printed');
  if (printed?.kind !== 'paper.printed') throw new Error('nothing was printed');
  const { values, printedOn } = printed.facts.paper;
  expect(values['issuedOn']).toBe(chineseDate(printedOn));
});

test('what was journaled and could not be queued comes out, once: a sheet at the next press, a blank at the next start', async () => {
  const { desk } = running;
  const adviceId = newAdvice();
  await desk.advice.give({ adviceId, topics: ['talent-loan'] });
  const sheet = { kind: 'advice-sheet', adviceId } as const;
  const attachments = join(computer.paths.userData, 'attachments');
  renameSync(attachments, `${attachments}.away`);
  try {
    for (const subject of [sheet, { kind: 'privacy-notice' } as const])
      await expect(desk.papers.print(subject)).rejects.toThrow();
  } finally {
    renameSync(`${attachments}.away`, attachments);
  }
  const lay = lying().length;
  expect((await print(desk, sheet)).state).toBe('done');
  expect((await refused(desk.papers.print(sheet))).code).toBe('bad-input');
  await desk.session.signOut();
  await signIn(desk);
  for (const { id } of await desk.papers.jobs()) await finished(desk, id);
  expect(lying()).toHaveLength(lay + 2);
});

test('the photo stands on the certificate and the card; one that was damaged is refused, and no blank is printed', async () => {
  const { desk } = running;
  const jpeg = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'paper', 'grey-358x441.jpg'));
  const attachments = join(computer.paths.userData, 'attachments');
  const before = new Set(readdirSync(attachments));
  const { sha256, bytes } = await desk.attachments.put({ name: '照片.jpg', file: new Blob([jpeg]) });
  const [stored = ''] = readdirSync(attachments).filter((name) => !before.has(name));
  const { personId, matterId } = await recogniseDirectly(desk, { ...somebody(3), photo: { sha256, bytes } });
  const { cardNumber } = await desk.cards.issue({ personId });
  const certificate = { kind: 'recognition-certificate', matterId } as const;
  const front = { kind: 'card-front', cardNumber: cardNumber as never } as const;
  const pdf = new Uint8Array(await (await desk.papers.preview(front)).pdf.arrayBuffer());
  const { width, pixels } = rasteriseOne(pdf);
  const at = (xMm: number, yMm: number) => pixels[Math.round((yMm / 25.4) * 300) * width + Math.round((xMm / 25.4) * 300)] ?? 0;
  expect(Math.abs(at(17.6, 31.5) - 128)).toBeLessThan(4);
  const job = await print(desk, certificate);
  expect(job.state).toBe('done');
  appendFileSync(join(attachments, stored), 'spoilt');
  const lay = lying().length;
  expect((await refused(desk.papers.print(front))).code).toBe('photo-damaged');
  expect((await refused(desk.papers.print({ ...certificate, reprintReason: '原件遗失' }))).code).toBe('photo-damaged');
  expect(lying()).toHaveLength(lay);
});

test('a paper that must be made again from its entry and comes out otherwise is told of and not printed', async () => {
  const { desk } = running;
  const { matterId } = await takeIn(desk, somebody(4), directTier);
  const subject = { kind: 'receipt-received', matterId } as const;
  const attachments = join(computer.paths.userData, 'attachments');
  renameSync(attachments, `${attachments}.away`);
  try {
    await expect(desk.papers.print(subject)).rejects.toThrow();
  } finally {
    renameSync(`${attachments}.away`, attachments);
  }
  const lay = lying().length;
  await desk.session.signOut();
  const layout = join(resources, 'layouts', 'receipt-received', '1.json');
  const was = readFileSync(layout, 'utf8');
  writeFileSync(layout, was.replace('已收件，尚未受理', '已收件、尚未受理'));
  await signIn(desk);
  expect((await desk.counter.status()).notices).toContain('print-differs');
  expect(running.lines.filter((line) => line.includes('paper-differs'))).not.toEqual([]);
  expect(lying()).toHaveLength(lay);
  // It is there to be reprinted, with a reason.
  expect((await refused(desk.papers.print(subject))).code).toBe('bad-input');
  writeFileSync(layout, was);
  expect((await print(desk, { ...subject, reprintReason: '打印不清' })).state).toBe('done');
});
