import { constants } from 'node:fs';
import { copyFile, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type ReadAnchor, readAnchorLine, type SignedAnchor, writeAnchorLine } from './anchor-line.ts';

/** Beside the logs' folders, in the clear: it tells nothing but how far the journal had come, when, and who vouches for it. */
export const anchorFileName = 'anchors';

export interface AnchorReading {
  readonly anchors: readonly SignedAnchor[];
  /** Numbers, from 1, of lines that are no anchor or whose signature doesn't fit. A last line without its end is torn, and not one of them. */
  readonly badLines: readonly number[];
  /** Bytes of a last line that was never written to its end. */
  readonly tornBytes: number;
}

/** Reads the anchors of a journal's folder; none where there is no such file. */
export async function readAnchors(journalDir: string): Promise<AnchorReading> {
  const bytes = await readFile(join(journalDir, anchorFileName)).catch((error: unknown) => {
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  });
  if (!bytes) return { anchors: [], badLines: [], tornBytes: 0 };
  const end = bytes.lastIndexOf(0x0a) + 1;
  const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
  const read = lines.map(readAnchorLine);
  const anchors = read.filter((each): each is ReadAnchor & { kind: 'sound' } => each.kind === 'sound');
  const badLines = read.flatMap(({ kind }, i) => (kind === 'bad' ? [i + 1] : []));
  return { anchors: anchors.map(({ anchor }) => anchor), badLines, tornBytes: bytes.length - end };
}

/**
 * Adds an anchor and makes it last. A torn line before it is ended, and so kept: as a line that is none. Whole lines are never touched.
 */
export async function appendAnchor(journalDir: string, anchor: SignedAnchor): Promise<void> {
  const path = join(journalDir, anchorFileName);
  const file = await open(path, constants.O_CREAT | constants.O_RDWR, 0o600);
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1, 0x0a);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    // `#` says of the line before that it was torn, so that nobody takes it for damage.
    const start = last[0] === 0x0a ? '' : ' #torn\n';
    const bytes = Buffer.from(`${start}${writeAnchorLine(anchor)}\n`);
    for (let done = 0; done < bytes.length; )
      done += (await file.write(bytes, done, bytes.length - done, size + done)).bytesWritten;
    await file.datasync();
  } finally {
    await file.close();
  }
  await syncFolder(journalDir);
}

/**
 * Puts the file in order after damage: as it was found it is kept beside, and the sound anchors stand in a new one. Whoever reads
 * the journal then sees every anchor that still says something.
 */
export async function mendAnchors(
  journalDir: string,
  { anchors, badLines }: AnchorReading,
  newest: SignedAnchor | undefined,
): Promise<void> {
  const path = join(journalDir, anchorFileName);
  const known = anchors.some(({ log, seq }) => log === newest?.log && seq >= newest.seq);
  const all = newest && !known ? [...anchors, newest] : anchors;
  if (badLines.length > 0) await copyFile(path, `${path}-damaged-${new Date().toISOString().replaceAll(/[-:.]/g, '')}`);
  const temporary = `${path}.tmp`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(all.map((anchor) => `${writeAnchorLine(anchor)}\n`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncFolder(journalDir);
}

async function syncFolder(folder: string): Promise<void> {
  // Windows can't open a folder for flushing; NTFS journals its names.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
