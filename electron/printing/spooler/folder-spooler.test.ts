import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JobId } from '../../../shared/domain/ids.ts';
import { safeFileName } from './file-name.ts';
import { createFolderSpooler } from './folder-spooler.ts';
import type { SpoolerJob } from './spooler.ts';

let base = '';
let papers = '';
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'folder-spooler-'));
  papers = join(base, '纸件', '二〇二六');
});
afterEach(() => rm(base, { recursive: true, force: true }));

const pdf = Buffer.from('%PDF-1.7 one');
const spooler = (folder = papers) => createFolderSpooler({ folder: () => folder, userData: join(base, 'data') });
const job = (more: Partial<SpoolerJob> = {}): SpoolerJob => ({
  jobId: '0198c0de-0000-7000-8000-0000deadbeef' as JobId,
  printer: 'folder',
  title: '人才认定证书',
  fileName: '人才认定证书-202620000010',
  pdfSha256: createHash('sha256').update(pdf).digest('hex'),
  media: { widthMm: 210, heightMm: 297 },
  sides: 'one',
  copies: 1,
  ...more,
});
const expected = '人才认定证书-202620000010-deadbeef.pdf';

describe('the folder printer', () => {
  test('puts the paper into the folder, which it makes, and leaves nothing else there', async () => {
    const ticket = await spooler().submit(pdf, job());
    expect(ticket).toEqual({ ref: join(papers, expected), file: join(papers, expected) });
    expect(await readdir(papers)).toEqual([expected]);
    expect(await readFile(join(papers, expected))).toEqual(pdf);
    expect(await spooler().jobState(ticket.ref)).toEqual({ state: 'done' });
  });

  test('never writes over anything: file, folder or link', async () => {
    await mkdir(papers, { recursive: true });
    await writeFile(join(papers, expected), 'mine');
    await mkdir(join(papers, expected.replace('.pdf', '-2.pdf')));
    await symlink(join(base, 'elsewhere'), join(papers, expected.replace('.pdf', '-3.pdf')));
    const { file } = await spooler().submit(pdf, job());
    expect(file).toBe(join(papers, expected.replace('.pdf', '-4.pdf')));
    expect(await readFile(join(papers, expected), 'utf8')).toBe('mine');
    expect(await readdir(base)).toEqual(['纸件']);
  });

  test('knows its own work again, and makes no second copy of it', async () => {
    expect(await spooler().findSubmitted(job())).toBe('unknown');
    const first = await spooler().submit(pdf, job());
    expect(await spooler().findSubmitted(job())).toEqual(first);
    expect(await spooler().submit(pdf, job())).toEqual(first);
    expect(await readdir(papers)).toEqual([expected]);
  });

  test('a half-written paper of a killed program is cleared away and not taken for a paper', async () => {
    await mkdir(papers, { recursive: true });
    await writeFile(join(papers, `.${job().jobId}.part`), '%PDF');
    expect(await spooler().findSubmitted(job())).toBe('unknown');
    expect(await readdir(papers)).toEqual([]);
    await writeFile(join(papers, `.${job().jobId}.part`), '%PDF');
    await spooler().submit(pdf, job());
    expect(await readdir(papers)).toEqual([expected]);
  });

  test('a leftover that is a link into another file leaves that file alone', async () => {
    await mkdir(papers, { recursive: true });
    await writeFile(join(base, 'precious'), 'precious');
    await link(join(base, 'precious'), join(papers, `.${job().jobId}.part`));
    await spooler().submit(pdf, job());
    expect(await readFile(join(base, 'precious'), 'utf8')).toBe('precious');
  });

  test('a folder that can not be one, or lies in the data folder, is refused with its reason', async () => {
    await writeFile(join(base, 'file'), '');
    for (const folder of [
      join(base, 'file'),
      join(base, 'file', 'in'),
      join(base, 'data'),
      join(base, 'data', 'papers'),
      'relative',
    ]) {
      await expect(spooler(folder).submit(pdf, job())).rejects.toMatchObject({ name: 'SpoolerFailure', reason: 'not-writable' });
    }
    expect(await readdir(base)).toEqual(['file']);
    await expect(spooler(join(base, 'data..beside')).submit(pdf, job())).resolves.toBeDefined();
  });

  test('says whether it is ready', async () => {
    expect(await spooler().listPrinters()).toEqual([{ name: 'folder', title: papers, state: 'ready' }]);
    const inside = join(base, 'data');
    expect(await spooler(inside).listPrinters()).toEqual([
      { name: 'folder', title: inside, state: 'stopped', reason: 'not-writable' },
    ]);
  });

  test('a folder whose parent takes no child is refused, and not tried for ever', async () => {
    const gone = process.platform === 'linux' ? '/proc/self/none' : join(base, 'file');
    await expect(spooler(gone).submit(pdf, job())).rejects.toMatchObject({ name: 'SpoolerFailure' });
  });

  test.runIf(process.platform === 'linux')(
    'a paper that does not fit on the disk is refused with that reason, and leaves nothing behind',
    async () => {
      const program = `
      const { createFolderSpooler } = await import(${JSON.stringify(new URL('./folder-spooler.ts', import.meta.url).href)});
      const spooler = createFolderSpooler({ folder: () => ${JSON.stringify(papers)}, userData: ${JSON.stringify(join(base, 'data'))} });
      await spooler.submit(new Uint8Array(200_000), ${JSON.stringify(job())}).then(() => console.log('taken'), (error) => console.log(error.reason));`;
      const limited = ['--fsize=100000', process.execPath, '--input-type=module', '-e', program];
      const { stdout } = await promisify(execFile)('prlimit', limited);
      expect(stdout.trim()).toBe('disk-full');
      expect(await readdir(papers)).toEqual([]);
    },
  );
});

describe('a file name', () => {
  test.each([
    ['人才认定证书-202620000010', '人才认定证书-202620000010'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a\\b:c*d?e"f<g>h|i', 'a-b-c-d-e-f-g-h-i'],
    ['CON', '_CON'],
    ['lpt1.x', '_lpt1.x'],
    ['…\u202epdf.exe . ', '…-pdf.exe'],
    ['', 'paper'],
    ['...', 'paper'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  test('is always one plain name of at most 121 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toMatch(/[/\\\p{C}<>:"|?*]|^[.\s]|[.\s]$/u);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(121);
        expect(safe.length).toBeGreaterThan(0);
        expect(safeFileName(safe)).toBe(safe);
      }),
    );
  });
});
