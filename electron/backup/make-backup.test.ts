import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BackupError } from './backup-error.ts';
import { BackupFolder, findBackups } from './backup-folder.ts';
import { type DiskFiles, diskFiles } from './disk-files.ts';
import { type MakeBackupOptions, makeBackup } from './make-backup.ts';
import { backupFolderName, checkSeal } from './manifest.ts';
import { Source } from './source.ts';
import { Target } from './target.ts';

const segment = '0000000000000001-0000000001.tcj';
const chain = new Uint8Array(32).fill(7);
const key = new Uint8Array(32).fill(9);
let root: string;
let data: string;
let stick: string;
let headSeq = 1;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'backup-'));
  data = join(root, 'data', 'counter');
  stick = join(root, 'stick');
  headSeq = 1;
  mkdirSync(stick);
  for (const folder of ['journal/own', 'vault', 'files', 'attachments']) mkdirSync(join(data, folder), { recursive: true });
  write(`journal/own/${segment}`, 'frames');
  write('journal/anchors', 'signed heads');
  write('journal/own/lock-1', '');
  write('vault/vault', 'keys');
  write('vault/vault-copy', 'keys');
  write('vault/marks', 'left out');
  write('files/aa.sealed', 'draft');
  write('attachments/bb.sealed', 'photo'.repeat(1000));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string) => writeFileSync(join(data, path), text);

function make({ files = diskFiles, ...given }: Partial<MakeBackupOptions> & { files?: DiskFiles } = {}) {
  return makeBackup({
    source: new Source(data),
    target: new Target({ folder: stick, files, wait: async () => {} }),
    dataFolder: join(root, 'data'),
    deviceId: 'device',
    about: { backupId: '0'.repeat(32), madeAt: '2026-11-25T10:00:00.000Z', mode: 'office' },
    keys: () => ({ epoch: 1, key, verify: async () => ({ headSeq, headChain: chain }) }),
    extent: () => ({
      headSeq,
      headChain: chain,
      segments: [{ file: segment, bytes: statSync(join(data, 'journal', 'own', segment)).size }],
    }),
    onProgress: () => {},
    signal: new AbortController().signal,
    ...given,
  });
}

const folder = () => new BackupFolder(new Target({ folder: stick }), backupFolderName('device'));

/** What the backup holds, by path. */
async function kept(): Promise<Record<string, string>> {
  const found = await folder().newest();
  checkSeal(found, key, found.name);
  const texts = found.manifest.files.map(async (file) => [file.path, Buffer.from(await folder().read(file)).toString()] as const);
  return Object.fromEntries(await Promise.all(texts));
}

const codeOf = (made: Promise<unknown>) =>
  made.then(
    () => 'made',
    (error: unknown) => (error instanceof BackupError ? error.code : String(error)),
  );

/** The disk's own files, with each call of those counted and, at that number, failing. */
function failing(at: number, code: string, only: readonly (keyof DiskFiles)[]): DiskFiles {
  let calls = 0;
  return Object.fromEntries(
    (Object.entries(diskFiles) as [keyof DiskFiles, (...words: never[]) => Promise<unknown>][]).map(([name, call]) => [
      name,
      async (...words: never[]) => {
        if (only.includes(name) && ++calls === at) throw Object.assign(new Error(code), { code });
        return call(...words);
      },
    ]),
  ) as unknown as DiskFiles;
}

describe('a backup', () => {
  test('holds journal, keys, small files and attachments as they are, and neither locks nor marks', async () => {
    const made = await make();
    expect(Object.keys(await kept()).sort()).toEqual([
      'attachments/bb.sealed',
      'files/aa.sealed',
      'journal/anchors',
      `journal/own/${segment}`,
      'vault/vault',
      'vault/vault-copy',
    ]);
    expect(made).toMatchObject({ headSeq: 1, files: 6 });
  });

  test('made again copies what is new, and takes away what no manifest names any more', async () => {
    await make();
    appendFileSync(join(data, 'journal', 'own', segment), ' and more');
    write('attachments/cc.sealed', 'scan');
    rmSync(join(data, 'files', 'aa.sealed'));
    const made = await make();
    expect(made.copiedBytes).toBe('frames and more'.length + 'scan'.length);
    const now = await kept();
    expect(now[`journal/own/${segment}`]).toBe('frames and more');
    expect(now['files/aa.sealed']).toBeUndefined();
    const objects = readdirSync(join(stick, backupFolderName('device'), 'data'), { recursive: true }).filter(
      (name) => String(name).length > 10,
    );
    // Two files of the same bytes are one.
    expect(objects).toHaveLength(5);
  });

  test('copies of a growing segment no more than is acknowledged, and no segment that was begun later', async () => {
    write('journal/own/0000000000000002-0000000002.tcj', 'begun since');
    await make({
      extent: () => ({ headSeq: 1, headChain: chain, segments: [{ file: segment, bytes: 3 }] }),
    });
    const now = await kept();
    expect(now[`journal/own/${segment}`]).toBe('fra');
    expect(Object.keys(now)).toHaveLength(6);
  });

  test('takes the keys’ file once more where it was written meanwhile', async () => {
    let looks = 0;
    await make({
      extent: () => {
        if (++looks === 1) setImmediate(() => write('vault/vault', 'rotated'));
        return { headSeq, headChain: chain, segments: [{ file: segment, bytes: 6 }] };
      },
    });
    expect((await kept())['vault/vault']).toBe('rotated');
    expect(looks).toBeGreaterThan(1);
  });

  test('is sealed by the key that its keys’ file has, also where another comes while it is read back', async () => {
    let epoch = 1;
    const onProgress: MakeBackupOptions['onProgress'] = ({ step }) => {
      if (step === 'checking') epoch = 2;
    };
    const verify = async () => ({ headSeq, headChain: chain });
    await make({ keys: () => ({ epoch, key: new Uint8Array(32).fill(epoch), verify }), onProgress });
    const found = await folder().newest();
    expect(found.manifest.epoch).toBe(1);
    checkSeal(found, new Uint8Array(32).fill(1), found.name);
  });

  test('whose keys are changed again and again comes to nothing, rather than to one that they don’t open', async () => {
    await make();
    const before = await kept();
    let changes = 0;
    const onProgress: MakeBackupOptions['onProgress'] = ({ step }) => {
      if (step === 'looking') write('vault/vault', `rotated ${++changes}`);
    };
    expect(await codeOf(make({ onProgress }))).toBe('source-unreadable');
    expect(await kept()).toEqual(before);
  });

  test('has what was sealed anew meanwhile, under the name that it bears now', async () => {
    const names = ['bb', 'cc', 'dd', 'ee'];
    for (const step of ['looking', 'copying'] as const) {
      const left = [...names];
      for (const name of names) write(`attachments/${name}.sealed`, `${step} ${name}`);
      const onProgress: MakeBackupOptions['onProgress'] = (progress) => {
        const name = progress.step === step ? left.pop() : undefined;
        if (name) renameSync(join(data, 'attachments', `${name}.sealed`), join(data, 'attachments', `${name}-anew.sealed`));
      };
      await make({ onProgress });
      expect(left).toEqual([]);
      for (const name of names) expect(Object.values(await kept())).toContain(`${step} ${name}`);
      rmSync(join(data, 'attachments'), { recursive: true });
      mkdirSync(join(data, 'attachments'));
    }
  });

  test('takes a head that was signed meanwhile along with the journal that it is of', async () => {
    let looks = 0;
    await make({
      extent: () => {
        if (++looks === 1) write('journal/anchors', 'signed heads and one more');
        return { headSeq, headChain: chain, segments: [{ file: segment, bytes: looks === 1 ? 3 : 6 }] };
      },
    });
    expect(await kept()).toMatchObject({ 'journal/anchors': 'signed heads and one more', [`journal/own/${segment}`]: 'frames' });
  });

  test('leaves out what the system put beside the counter’s files, and can be read', async () => {
    write('files/.DS_Store', 'Finder was here');
    write('attachments/新建文本文档.txt', '');
    expect(await make()).toMatchObject({ files: 6 });
    expect(Object.keys(await kept())).toHaveLength(6);
  });

  test('is none where a file of the counter can’t be looked at', async () => {
    symlinkSync('cc.sealed', join(data, 'attachments', 'cc.sealed'));
    expect(await codeOf(make())).toBe('source-unreadable');
  });

  test('mends what has gone bad on the stick since, and tells of a stick that keeps nothing', async () => {
    await make();
    const folderPath = join(stick, backupFolderName('device'), 'data');
    const photo = readdirSync(folderPath, { recursive: true })
      .map(String)
      .find((name) => name.length > 10 && statSync(join(folderPath, name)).size === 5000);
    writeFileSync(join(folderPath, photo ?? ''), 'x'.repeat(5000));
    await make();
    expect((await kept())['attachments/bb.sealed']).toBe('photo'.repeat(1000));
    const lying: DiskFiles = {
      ...diskFiles,
      read: async (path) => Buffer.from((await readFileSync(path)).map((byte) => byte ^ 1)),
    };
    expect(await codeOf(make({ files: lying }))).toMatch(/target-unsound|backup-damaged/);
  });
});

describe('trouble with the place', () => {
  test.each([
    ['ENOSPC', 'target-full'],
    ['EDQUOT', 'target-full'],
    ['ENOENT', 'target-gone'],
    ['EIO', 'target-gone'],
    ['ENODEV', 'target-gone'],
    ['EROFS', 'target-read-only'],
  ])('%s at any write is told as %s, the backup before stays good, and the next one goes on', async (code, expected) => {
    await make();
    const before = await kept();
    appendFileSync(join(data, 'journal', 'own', segment), ' and more');
    write('attachments/cc.sealed', 'scan');
    let refusals = 0;
    for (let at = 1; ; at++) {
      const told = await codeOf(make({ files: failing(at, code, ['write', 'makeFolder']) }));
      if (told === 'made') break;
      refusals += 1;
      expect(told, `call ${at}`).toBe(expected);
      expect(await kept()).toEqual(before);
    }
    expect(refusals).toBeGreaterThan(3);
    expect((await kept())['attachments/cc.sealed']).toBe('scan');
  });

  test.each(['EBUSY', 'EPERM', 'EACCES'])(
    '%s passes where it is a lock that is let go, and is told where it stays',
    async (code) => {
      const pauses: number[] = [];
      let left = 5;
      const locked: DiskFiles = {
        ...diskFiles,
        write: async (path, bytes) => {
          if (left-- > 0) throw Object.assign(new Error(code), { code });
          return diskFiles.write(path, bytes);
        },
      };
      const wait = async (ms: number) => void pauses.push(ms);
      const target = new Target({ folder: stick, files: locked, wait });
      await make({ target });
      expect(pauses).toEqual([20, 40, 80, 160, 320]);
      write('files/aa.sealed', 'another');
      left = Number.POSITIVE_INFINITY;
      expect(await codeOf(make({ target }))).toBe('target-read-only');
      expect((await kept())['files/aa.sealed']).toBe('draft');
    },
  );

  test('too little room is told before anything is copied, with how much it lacks', async () => {
    const files: DiskFiles = { ...diskFiles, freeBytes: async () => 1024 * 1024 };
    const error = await make({ files }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'target-full', lackingBytes: 5000 + 6 + 12 + 4 + 5 });
  });

  test('a stick that was pulled leaves an empty folder behind, in which nothing is begun', async () => {
    await make();
    write('files/aa.sealed', 'another');
    let looks = 0;
    const pulled: DiskFiles = { ...diskFiles, device: async (path) => (++looks > 2 ? 1 : diskFiles.device(path)) };
    expect(await codeOf(make({ files: pulled }))).toBe('target-gone');
  });

  test('a place within the counter’s own data is refused, by whatever way it is named', async () => {
    for (const inside of ['data', 'data/counter', 'data/counter/files', 'stick/../data']) {
      const target = new Target({ folder: join(root, inside) });
      expect(await codeOf(make({ target }))).toBe('target-inside');
    }
    expect(await codeOf(make({ target: new Target({ folder: join(root, 'nowhere') }) }))).toBe('target-gone');
  });

  test.each(['looking', 'copying', 'checking'])('cancelled while %s, the backup before stays good', async (step) => {
    await make();
    write('attachments/cc.sealed', 'scan');
    const stop = new AbortController();
    const onProgress: MakeBackupOptions['onProgress'] = (progress) => progress.step === step && stop.abort();
    expect(await codeOf(make({ signal: stop.signal, onProgress }))).toBe('cancelled');
    expect((await kept())['attachments/cc.sealed']).toBeUndefined();
    expect((await make()).copiedBytes).toBe(step === 'looking' ? 'scan'.length : 0);
  });

  test('names that a FAT stick refuses are never used, nor is anything larger than it takes', async () => {
    const names: string[] = [];
    const fat: DiskFiles = {
      ...diskFiles,
      write: (path, bytes) => {
        names.push(path.slice(stick.length + 1));
        return diskFiles.write(path, bytes);
      },
      makeFolder: (path) => {
        names.push(path.slice(stick.length + 1));
        return diskFiles.makeFolder(path);
      },
    };
    await make({ files: fat });
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/);
  });
});

describe('a backup that was hurt', () => {
  const hurt: [string, (path: string) => void][] = [
    [
      'flipped',
      (path) =>
        writeFileSync(
          path,
          readFileSync(path).map((byte, at) => (at === 3 ? byte ^ 1 : byte)),
        ),
    ],
    ['cut', (path) => writeFileSync(path, readFileSync(path).subarray(0, 3))],
    ['deleted', (path) => rmSync(path)],
  ];
  test.each(hurt)('%s, each of its files is named; a manifest is too', async (_, change) => {
    await make();
    const home = join(stick, backupFolderName('device'));
    const { manifest } = await folder().newest();
    for (const file of manifest.files) {
      const path = join(home, 'data', file.sha256.slice(0, 2), file.sha256.slice(2));
      const before = readFileSync(path);
      change(path);
      await expect(folder().read(file)).rejects.toMatchObject({ code: 'backup-damaged', file: file.path });
      writeFileSync(path, before);
    }
    change(join(home, 'manifest-000001'));
    await expect(folder().newest()).rejects.toMatchObject({
      code: expect.stringMatching(/^backup-(damaged|unfinished)$/),
    });
    const { found, troubles } = await findBackups(new Target({ folder: stick }));
    expect([found.length, troubles.length]).toEqual([0, 1]);
  });

  test('with a manifest that is whole and says nothing is damaged', async () => {
    await make();
    const lines = 'no JSON\nmac '.concat('0'.repeat(64), '\n');
    const manifest = join(stick, backupFolderName('device'), 'manifest-000001');
    writeFileSync(manifest, `${lines}sha256 ${createHash('sha256').update(lines).digest('hex')}\n`);
    await expect(folder().newest()).rejects.toMatchObject({ code: 'backup-damaged', file: 'manifest-000001' });
  });

  test('with a manifest that another key sealed, or that was changed and made whole again, is not genuine', async () => {
    await make();
    const found = await folder().newest();
    expect(() => checkSeal(found, new Uint8Array(32).fill(1), found.name)).toThrow('backup-not-genuine');
  });
});
