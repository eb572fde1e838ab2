import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface ProgramPaths {
  /** The data folder of this start: that of the enrolled counter, or of 试用. */
  readonly userData: string;
  /** Where the folder printer puts papers. */
  readonly papers: string;
  readonly resources: string;
  /** The built pages. */
  readonly renderer: string;
  readonly preload: string;
}

export interface PathOptions {
  /** `--data`: holds the folders of the counter and of 试用; the system's place for a program's data otherwise. */
  readonly data: string | undefined;
  /** `--papers` */
  readonly papers: string | undefined;
}

/** The live counter's place in the folder that `--data` names. */
export const liveFolder = (data: string) => join(data, 'counter');

/** Where everything of this start lies. `root` is the folder that holds resources/ and out/. */
export function programPaths(root: string, { data = dataFolder(), papers = papersFolder() }: PathOptions): ProgramPaths {
  const live = liveFolder(data);
  return {
    // 试用 has a folder of its own, so that nothing of it can ever be taken for, or mixed into, a real counter's data. A live journal whose
    // vault is gone is a live counter all the same: its start stops and says so.
    userData: ['vault', 'journal'].some((part) => existsSync(join(live, part))) ? live : join(data, 'trial'),
    papers,
    resources: join(root, 'resources'),
    renderer: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'preload.cjs'),
  };
}

/** The system's place for a program's data. */
export function dataFolder(): string {
  const { platform, env } = process;
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Talent Counter');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Talent Counter');
  // Root's own folder is closed to everybody, and so to the user without an account that the browser runs as: it would have to be root too.
  if (process.getuid?.() === 0 && !env['XDG_DATA_HOME']) return '/var/lib/talent-counter';
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'talent-counter');
}

function papersFolder(): string {
  const documents = join(homedir(), 'Documents');
  return join(existsSync(documents) ? documents : homedir(), 'Talent Counter');
}
