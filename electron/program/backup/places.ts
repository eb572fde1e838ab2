import { readdir, readFile, stat, statfs } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import type { BackupPlace } from '../../../shared/contract/backup-calls.ts';

export interface Mounted {
  readonly path: string;
  readonly label: string;
}

const mebibyte = 1024 * 1024;
/** Where desktops mount what is plugged in. */
const mountFolders = /^(\/media\/[^/]+(\/[^/]+)?|\/run\/media\/[^/]+\/[^/]+|\/mnt\/[^/]+)$/;

/** Where a backup may go: sticks and disks that are plugged in, then the user's documents. Those that can't be asked are left out. */
export async function findPlaces(userData: string, mounted: () => Promise<Mounted[]> = findMounted): Promise<BackupPlace[]> {
  const documents = join(homedir(), 'Documents');
  const all = [
    ...(await mounted().catch(() => [])).map((place) => ({ ...place, kind: 'removable' as const })),
    { path: documents, label: basename(documents), kind: 'documents' as const },
  ];
  const places = await Promise.all(all.map((place) => describePlace(place, userData)));
  return places.filter((place) => place !== undefined);
}

export async function describePlace(
  place: Pick<BackupPlace, 'path' | 'label' | 'kind'>,
  userData: string,
): Promise<BackupPlace | undefined> {
  try {
    const [{ bavail, bsize }, there, own] = await Promise.all([statfs(place.path), stat(place.path), stat(userData)]);
    if (!there.isDirectory()) return undefined;
    return { ...place, freeMebibytes: Math.floor((bavail * bsize) / mebibyte), sameDisk: there.dev === own.dev };
  } catch {
    return undefined;
  }
}

async function findMounted(): Promise<Mounted[]> {
  const named = (path: string) => ({ path, label: basename(path) || path });
  if (process.platform === 'win32') {
    const system = (process.env['SystemDrive'] ?? 'C:').toUpperCase();
    const drives = [...'DEFGHIJKLMNOPQRSTUVWXYZABC'].map((letter) => `${letter}:`).filter((drive) => drive !== system);
    return drives.map((drive) => ({ path: `${drive}\\`, label: drive }));
  }
  if (process.platform === 'darwin') return (await readdir('/Volumes')).map((name) => named(join('/Volumes', name)));
  const lines = (await readFile('/proc/mounts', 'utf8')).split('\n');
  return lines.flatMap((line) => {
    const path = line.split(' ')[1]?.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8))) ?? '';
    return mountFolders.test(path) ? [named(path)] : [];
  });
}
