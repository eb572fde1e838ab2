import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, link, lstat, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { safeFileName } from './file-name.ts';
import {
  type Printer,
  type Spooler,
  SpoolerFailure,
  type SpoolerJob,
  type SpoolerReason,
  type SpoolerTicket,
} from './spooler.ts';

/** The folder printer's name in jobs and settings. */
export const folderPrinter = 'folder';

export interface FolderSpoolerOptions {
  /** The folder a person chose; asked for each job, since it may change. Made where it is missing. */
  folder(): string;
  /** The program's own data, where no paper may land. */
  userData: string;
}

/**
 * Prints into a folder, so that the program runs on any machine. A paper appears under its name at once and whole, or not at all, and
 * nothing that lies there is ever written over. The name ends in the job's own sign, by which a restarted program knows its work.
 */
export function createFolderSpooler({ folder, userData }: FolderSpoolerOptions): Spooler {
  return {
    listPrinters: async () => [await describe(folder(), userData)],
    submit: async (pdf, job) => {
      const place = folder();
      try {
        mustLieOutside(userData, place);
        await makeFolder(place);
        return ticket(await writeOnce(place, pdf, job));
      } catch (error) {
        throw asFailure(error);
      }
    },
    findSubmitted: async (job) => {
      const place = folder();
      await rm(temporaryPath(place, job), { force: true });
      const found = await findWritten(place, job);
      // Where it does not lie there, a person may have taken it away already.
      return found.written ? ticket(found.path) : 'unknown';
    },
    jobState: async () => ({ state: 'done' }),
    cancel: async () => false,
  };
}

/** Node's own recursive mkdir never returns where a parent stands but takes no child (a share that went away, /proc). */
async function makeFolder(place: string): Promise<void> {
  try {
    await mkdir(place, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await stat(place)).isDirectory()) return;
    if (codeOf(error) !== 'ENOENT' || dirname(place) === place) throw error;
    await makeFolder(dirname(place));
    await mkdir(place, { mode: 0o700 });
  }
}

const ticket = (path: string): SpoolerTicket => ({ ref: path, file: path });

async function writeOnce(place: string, pdf: Uint8Array, job: SpoolerJob): Promise<string> {
  const { path, written } = await findWritten(place, job);
  if (written) return path;
  const temporary = temporaryPath(place, job);
  await rm(temporary, { force: true });
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(pdf);
      await file.sync();
    } finally {
      await file.close();
    }
    await giveName(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(place);
  return path;
}

/** The first of `name`, `name-2` … that is free, or that this very job has written. */
async function findWritten(place: string, job: SpoolerJob): Promise<{ path: string; written: boolean }> {
  const name = `${safeFileName(job.fileName)}-${job.jobId.slice(-8)}`;
  for (let n = 1; n < 100; n += 1) {
    const path = join(place, `${n === 1 ? name : `${name}-${n}`}.pdf`);
    const sha256 = await hashOf(path);
    if (sha256 === undefined || sha256 === job.pdfSha256) return { path, written: sha256 !== undefined };
  }
  throw new SpoolerFailure('not-writable');
}

/** The file's SHA-256; `taken` for what is no readable file; undefined where nothing has that name. */
async function hashOf(path: string): Promise<string | undefined> {
  try {
    if (!(await lstat(path)).isFile()) return 'taken';
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : 'taken';
  }
}

/** A link fails where the name is taken, which a rename does not; file systems without links (sticks, shares) get the rename. */
async function giveName(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'].includes(codeOf(error) ?? '')) throw error;
    if ((await hashOf(path)) !== undefined) throw error;
    await rename(temporary, path);
  }
}

/** Makes the name itself durable; systems that can't sync a folder (Windows, some shares) are left to their own ways. */
async function syncFolder(place: string): Promise<void> {
  const handle = await open(place, constants.O_RDONLY).catch(() => undefined);
  try {
    await handle?.sync().catch(() => undefined);
  } finally {
    await handle?.close();
  }
}

function temporaryPath(place: string, job: SpoolerJob): string {
  return join(place, `.${job.jobId}.part`);
}

async function describe(place: string, userData: string): Promise<Printer> {
  const printer = { name: folderPrinter, title: place };
  try {
    mustLieOutside(userData, place);
    await access(await nearestExisting(place), constants.W_OK);
    return { ...printer, state: 'ready' };
  } catch (error) {
    return { ...printer, state: 'stopped', reason: asFailure(error).reason };
  }
}

async function nearestExisting(place: string): Promise<string> {
  const there = await access(place).then(
    () => true,
    () => false,
  );
  return there || dirname(place) === place ? place : nearestExisting(dirname(place));
}

function mustLieOutside(userData: string, place: string): void {
  const way = relative(userData, place);
  const inside = way === '' || !(isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`));
  if (inside || !isAbsolute(place)) throw new SpoolerFailure('not-writable');
}

const reasons: Readonly<Record<string, SpoolerReason>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOTDIR: 'not-writable',
  EEXIST: 'not-writable',
  ENAMETOOLONG: 'not-writable',
  ENOENT: 'unreachable',
  EIO: 'unreachable',
  ENODEV: 'unreachable',
  ENXIO: 'unreachable',
  ESTALE: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ETIMEDOUT: 'unreachable',
};

/** A file system's error as a reason; anything else is a bug and stays what it is. */
function asFailure(error: unknown): SpoolerFailure {
  if (error instanceof SpoolerFailure) return error;
  const reason = reasons[codeOf(error) ?? ''];
  if (!reason) throw error;
  return new SpoolerFailure(reason, { cause: error });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
