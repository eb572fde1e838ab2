import { chmod, chown, copyFile, lchown, lstat, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** As whom the browser runs. */
export interface BrowserIdentity {
  /** Set only where the program itself runs as root. */
  user: { uid: number; gid: number } | undefined;
  /** For the host's description. */
  words: string;
}

// The range that systemd too gives to users which exist only while something runs as them: no account of a person lies in it.
const firstDynamicUid = 61_184;
const dynamicUids = 65_519 - firstDynamicUid;

/**
 * Chromium refuses its own sandbox to root. So where the program runs as root (a container, a test machine), the browser gets a user
 * of its own without any account, to whom nothing but the profile folder belongs; it stays the same one for as long as the folder lives.
 */
export async function prepareIdentity(userData: string, profile: string): Promise<BrowserIdentity> {
  await mkdir(profile, { recursive: true, mode: 0o700 });
  await chmod(profile, 0o700);
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return { user: undefined, words: 'in its own sandbox' };
  if (!(await isTraversable(dirname(userData)))) return { user: undefined, words: 'as root' };
  const uid = await chooseUid(profile);
  // The user may pass through the data folder to its own profile; it can't list the folder, and files there are their owner's alone.
  await chown(userData, 0, uid);
  await chmod(userData, 0o710);
  await lendDisplay(displayKey(profile));
  await giveAway(profile, uid);
  return { user: { uid, gid: uid }, words: 'as an unprivileged user in its own sandbox' };
}

/** Where a browser with a user of its own finds the key to the X display. */
export const displayKey = (profile: string) => join(profile, 'display-key');

/** The key to the X display is a file that only its owner may read. Without a display, or with one that is open, there is none. */
async function lendDisplay(copy: string): Promise<void> {
  await rm(copy, { force: true });
  await copyFile(process.env['XAUTHORITY'] || join(homedir(), '.Xauthority'), copy).catch(() => {});
}

async function chooseUid(profile: string): Promise<number> {
  const { uid, ino } = await stat(profile);
  return uid >= firstDynamicUid ? uid : firstDynamicUid + (ino % dynamicUids);
}

async function isTraversable(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

async function giveAway(path: string, uid: number): Promise<void> {
  try {
    const there = await lstat(path);
    if (there.uid !== uid) await lchown(path, uid, uid);
    if (!there.isDirectory()) return;
    for (const name of await readdir(path)) await giveAway(join(path, name), uid);
  } catch (error) {
    // The browser of a program that was killed a moment ago still clears away behind itself.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
