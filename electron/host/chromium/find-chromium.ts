import { access, constants, open, realpath, stat } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import { ChromiumError } from './chromium-error.ts';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
];

const usualPlaces: Partial<Record<NodeJS.Platform, (env: NodeJS.ProcessEnv) => string[]>> = {
  darwin: () => ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: (env) =>
    [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']]
      .filter((root) => root !== undefined)
      .flatMap((root) => [
        join(root, 'Google/Chrome/Application/chrome.exe'),
        join(root, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
};

/** The system's Chromium or one of its kin: named by TALENT_COUNTER_CHROMIUM, on the path, or where it is usually installed. */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const named = env['TALENT_COUNTER_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (await isProgram(named)) return findBinary(named);
    throw new ChromiumError('not-found', `TALENT_COUNTER_CHROMIUM names ${named}, which is not a program that can be run.`);
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...(usualPlaces[process.platform]?.(env) ?? []),
  ];
  for (const candidate of candidates) {
    if (!(await isProgram(candidate))) continue;
    const binary = await findBinary(candidate);
    if (!isConfined(binary)) return binary;
  }
  throw new ChromiumError(
    'not-found',
    'No Chromium was found. Install Chromium, Google Chrome or Microsoft Edge (Debian: apt install chromium), or name one in TALENT_COUNTER_CHROMIUM.',
  );
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/**
 * Distributions start Chromium by a script that adds flags of its own (remote extensions, API keys), which ours would have to undo;
 * so the program behind it is taken, where it lies in the place that the script names.
 */
async function findBinary(found: string): Promise<string> {
  const file = await realpath(found);
  if (!(await isScript(file))) return file;
  const name = basename(file);
  for (const candidate of [
    `/usr/lib/${name}/${name}`,
    `/usr/lib64/${name}/${name}`,
    join(file, '../chrome'),
    join(file, '../msedge'),
  ]) {
    if (await isProgram(candidate)) return candidate;
  }
  return file;
}

/** A snap's browser gets neither our pipes nor our folder. */
const isConfined = (file: string): boolean => /(^|\/)snap(\/|$)/.test(file);

async function isScript(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle === undefined) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.toString('latin1') === '#!';
  } finally {
    await handle.close();
  }
}
