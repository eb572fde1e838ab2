import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DemoPerson } from '../../electron/program/demo/demo-people.ts';
import { ClerkHands } from '../../electron/program/demo/desk-hands.ts';
import { lookAround } from '../../electron/program/demo/look-around.ts';
import { ScreenClerk } from '../../electron/program/demo/screen-clerk.ts';
import type { EntryFacts } from '../../shared/domain/entry.ts';
import { type Computer, member, newComputer, type Running, start, trial } from '../integration/program-kit.ts';
import { approvedTier, directTier, somebody } from '../integration/program-people.ts';
import { type Needles, type Search, searchFolder } from './user-data-traces.ts';

const [direct, approved] = [somebody(1, '欧阳春晓'), somebody(2, '包格日乐图')];
const halfName = '慕容半份';
const people: DemoPerson[] = [
  { facts: { ...direct, contact: { ...direct.contact, residence: '和林格尔县示例路八十八号' } }, ...directTier, way: 'direct' },
  { facts: approved, ...approvedTier, way: 'approval' },
];

let computer: Computer;
let running: Running;
let temporary: string;
/** While the browser still runs with what was typed, and when all is closed. */
let [open, closed]: Search[] = [];
let tokens: string[];

const needles = (): Needles => ({
  'the name of one who was recognised': direct.identity.name,
  'the name of one who was approved': approved.identity.name,
  'the name in an unfinished registration': halfName,
  'a name in pinyin': 'ouyangchunxiao',
  'an ID number': direct.document.number,
  'the other ID number': approved.document.number,
  'a phone number': direct.contact.phone,
  'an employer': direct.employment.employerName,
  'a residence': '和林格尔县示例路八十八号',
  'the clerk’s PIN': member('clerk').pin,
  'the supervisor’s PIN': member('supervisor').pin,
  ...Object.fromEntries(tokens.map((token, n) => [`card ${n + 1}'s text`, token])),
  // A part is enough to know it by, and a store may cut a long text up.
  ...Object.fromEntries(tokens.map((token, n) => [`a part of card ${n + 1}'s text`, token.slice(40, 70)])),
});

beforeAll(async () => {
  computer = newComputer();
  temporary = join(computer.dir, 'tmp');
  mkdirSync(temporary);
  chmodSync(temporary, 0o1777);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = temporary;
  try {
    await workThroughTheScreens();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}, 240_000);
afterAll(async () => {
  await running?.close();
  computer?.remove();
});

/** A morning at the real screens, with PINs stretched as in an office: everything that a clerk types goes through the browser. */
async function workThroughTheScreens(): Promise<void> {
  const pictures = join(computer.dir, 'pictures');
  mkdirSync(pictures);
  running = await start(computer, { scrypt: undefined });
  const { program, host, desk, entries } = running;
  await program.openDesk();
  const hands = new ClerkHands(host.handsOnDesk(), pictures);
  await hands.setScreen();
  const clerk = new ScreenClerk({ hands, trial, folder: pictures });
  await clerk.arrive();
  await clerk.signIn();
  for (const person of people) await clerk.serve(person, await desk.policy.pack());
  tokens = entries.flatMap(({ kind, facts }) =>
    kind === 'card.issued' ? ((facts as EntryFacts<typeof kind>).card.token ?? []) : [],
  );
  await lookAround({ hands, token: tokens[0] ?? '', name: direct.identity.name });
  await hands.press('F3');
  await hands.fill('[data-path="identity.name"] input', halfName);
  await hands.press('Tab');
  while ((await desk.drafts.list()).length === 0) await sleep(20);
  open = searchBoth();
  await running.close();
  closed = searchBoth();
}

function searchBoth(): Search {
  const [data, rest] = [computer.paths.userData, temporary].map((folder) => searchFolder(folder, needles()));
  if (!data || !rest) throw new Error('two folders were to be searched');
  return { traces: [...data.traces, ...rest.traces], files: data.files + rest.files, bytes: data.bytes + rest.bytes };
}

describe('after a morning at the screens', () => {
  test('no byte of the data folder, the browser’s profile or its temporary files tells whom it was about', () => {
    expect(tokens).toHaveLength(2);
    expect(closed?.traces).toEqual([]);
    // All of it was there to be looked through: journal, vault, sealed files, and a browser's profile.
    expect(closed?.files).toBeGreaterThan(50);
    expect(closed?.bytes).toBeGreaterThan(100_000);
  });

  test('nor did any while the browser was still running', () => {
    expect(open?.traces).toEqual([]);
    expect(open?.files).toBeGreaterThan(50);
  });

  test('the log names nobody either', () => {
    const folder = mkdtempSync(join(tmpdir(), 'log-'));
    writeFileSync(join(folder, 'log'), running.lines.join('\n'));
    const { traces } = searchFolder(folder, needles());
    rmSync(folder, { recursive: true });
    expect(traces).toEqual([]);
    expect(running.lines.length).toBeGreaterThan(0);
  });
});

describe('the search itself', () => {
  const planted = (content: Buffer | string, name = 'some.file') => {
    const folder = mkdtempSync(join(tmpdir(), 'planted-'));
    mkdirSync(join(folder, 'deep', 'down'), { recursive: true });
    writeFileSync(join(folder, 'deep', 'down', name), content);
    const { traces } = searchFolder(folder, { name: '欧阳春晓', pin: '135791' });
    rmSync(folder, { recursive: true });
    return traces;
  };

  test('finds what was planted, in each form and as a file’s name', () => {
    const name = '欧阳春晓';
    expect(planted(`x${name}x`)).toEqual(['name as utf8 in deep/down/some.file']);
    expect(planted(Buffer.from(`x${name}`, 'utf16le'))).toContain('name as utf16le in deep/down/some.file');
    expect(planted(Buffer.from(`x${name}`, 'utf16le').swap16())).toContain('name as utf16be in deep/down/some.file');
    expect(planted(`?q=${encodeURIComponent(name)}`)).toEqual(['name as percent signs in deep/down/some.file']);
    expect(planted('{"n":"\\u6b27\\u9633\\u6625\\u6653"}')).toEqual(['name as JSON escapes in deep/down/some.file']);
    expect(planted('', `${name}.pdf`)).toEqual(["name as a file's name"]);
  });

  test('finds a PIN where it stands alone, and not inside a longer number', () => {
    expect(planted('pin=135791;')).not.toEqual([]);
    expect(planted(Buffer.from('"135791"', 'utf16le'))).not.toEqual([]);
    expect(planted('13357913579135791024')).toEqual([]);
  });
});
