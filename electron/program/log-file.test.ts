import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LogDisk, LogFile, logNamesIn } from './log-file.ts';

let base: string;
let folder: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'log-'));
  folder = join(base, 'data', 'logs');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const day = '2026-11-25';
const at = (time: string) => () => new Date(`${time}Z`);
const noon = at(`${day}T12:00:00`);
const line = (n: number) => JSON.stringify({ n });
const linesOf = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1);
const allLines = () => logNamesIn(folder).flatMap(linesOf);

test('under load it goes on to the next file, keeps the newest ones, and has no line torn or out of order', () => {
  const log = new LogFile({ folder, maxBytes: 4_000, keepFiles: 5, now: noon });
  for (let n = 0; n < 20_000; n++) log.write(line(n));
  log.close();
  const names = logNamesIn(folder);
  expect(names).toHaveLength(5);
  for (const name of names) expect(statSync(join(folder, name)).size).toBeLessThan(4_000 + 20);
  const numbers = allLines().map((text) => JSON.parse(text).n as number);
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => 20_000 - numbers.length + i));
  expect(numbers.length).toBeGreaterThan(1_000);
});

test('it is its owner’s alone', () => {
  new LogFile({ folder, now: noon }).write('x');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of logNamesIn(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

test('each day has its own, what is too old goes, and what isn’t the log’s stays', () => {
  mkdirSync(folder, { recursive: true });
  for (const name of ['program-2026-10-01-1.log', 'program-2026-11-24-1.log', 'notes.txt', 'program-1.log'])
    writeFileSync(join(folder, name), '');
  let now = noon;
  const log = new LogFile({ folder, now: () => now() });
  log.write('a');
  now = at('2026-11-26T00:00:01');
  log.write('b');
  log.close();
  expect(readdirSync(folder).sort()).toEqual(
    ['notes.txt', 'program-1.log', 'program-2026-11-24-1.log', `program-${day}-1.log`, 'program-2026-11-26-1.log'].sort(),
  );
});

test('half a line that a power cut left stays half, and the next program begins a line of its own', () => {
  new LogFile({ folder, now: noon }).write(line(1));
  appendFileSync(join(folder, `program-${day}-1.log`), '{"n":2,"half');
  const next = new LogFile({ folder, now: noon });
  next.write(line(3));
  next.write(line(4));
  next.close();
  expect(allLines()).toEqual([line(1), '{"n":2,"half', line(3), line(4)]);
});

/** The real disk, but for what a test takes over. */
function diskWith(changes: Partial<LogDisk>): LogDisk {
  const files = new Map<number, string>();
  const contents = new Map<string, Buffer>();
  const of = (fd: number) => files.get(fd) ?? '';
  const disk: LogDisk = {
    open: (path) => {
      files.set(files.size + 3, path);
      if (!contents.has(path)) contents.set(path, Buffer.alloc(0));
      return files.size + 2;
    },
    sizeOf: (fd) => contents.get(of(fd))?.length ?? 0,
    lastByte: (path) => contents.get(path)?.at(-1),
    write: (fd, bytes) => {
      contents.set(of(fd), Buffer.concat([contents.get(of(fd)) ?? Buffer.alloc(0), bytes]));
      return bytes.length;
    },
    sync: () => {},
    close: () => {},
    makeFolder: () => {},
    list: () => [...contents.keys()].map((path) => path.split('/').at(-1) ?? ''),
    remove: (path) => contents.delete(path),
  };
  return Object.assign(disk, changes, { text: () => [...contents.values()].join('') });
}

test('a full disk stops nobody: lines are counted, and the count and the next lines follow once it takes them again', () => {
  let isFull = false;
  let asked = 0;
  const disk = diskWith({});
  const { write } = disk;
  disk.write = (fd, bytes) => {
    if (!isFull) return write(fd, bytes);
    asked += 1;
    // A part of it, and then nothing more.
    if (asked === 1) return write(fd, bytes.subarray(0, 4));
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  };
  let now = noon();
  const log = new LogFile({ folder, disk, now: () => now });
  log.write(line(1));
  isFull = true;
  for (let n = 2; n < 1_000; n++) log.write(line(n));
  // It is not asked with each line.
  expect(asked).toBe(1);
  isFull = false;
  log.write(line(1_000));
  now = new Date(now.getTime() + 6_000);
  log.write(line(1_001));
  const lines = (disk as unknown as { text(): string }).text().split('\n');
  expect([lines[0], lines[1], lines.at(-2)]).toEqual([line(1), line(2).slice(0, 4), line(1_001)]);
  expect(JSON.parse(lines[2] ?? '')).toMatchObject({ level: 'warn', msg: '999 lines could not be written before this one' });
});

test.each(['EROFS', 'EACCES', 'EIO'])('a folder that can’t be written to (%s) stops nobody', (code) => {
  const broken = () => {
    throw Object.assign(new Error('no'), { code });
  };
  for (const part of ['makeFolder', 'open', 'sizeOf', 'lastByte', 'write', 'list', 'sync', 'close'] as const) {
    const log = new LogFile({ folder, now: noon, disk: diskWith({ [part]: broken }) });
    for (let n = 0; n < 3; n++) log.write(line(n));
    log.flush();
    log.close();
  }
});

test('nor does a file in the folder’s place, on the real disk', () => {
  mkdirSync(join(base, 'data'));
  writeFileSync(folder, 'in the way');
  const log = new LogFile({ folder, now: noon });
  log.write('x');
  log.close();
  expect(logNamesIn(folder)).toEqual([]);
  expect(readFileSync(folder, 'utf8')).toBe('in the way');
});
