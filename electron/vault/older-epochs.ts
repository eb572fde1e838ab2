import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sealedEnding } from './file-keys.ts';
import { epochOf, headerBytes } from './sealed-bytes.ts';

/** The sealed files of a folder that lie under another key epoch than this one. What isn't one of ours any more has no epoch. */
export async function listOtherEpochs(dir: string, epoch: number): Promise<string[]> {
  const others: string[] = [];
  for (const fileName of (await readdir(dir)).sort()) {
    if (!fileName.endsWith(sealedEnding)) continue;
    const found = epochOf(await readHead(join(dir, fileName)));
    if (found !== undefined && found !== epoch) others.push(fileName);
  }
  return others;
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r').catch((error: unknown) => {
    // Gone since the folder was listed: then there is nothing to seal anew either. One that can't be looked at may be under any key.
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return Buffer.alloc(0);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
